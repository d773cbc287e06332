import {
  type EncodedImage,
  type ImageProcessor,
  longestKeptSide,
  UnreadableImageError,
} from '../ports/image-processor.ts'

/** Pictures by the canvas of the page. */
export const canvasImageProcessor: ImageProcessor = {
  async encode(bytes) {
    const bitmap = await createImageBitmap(new Blob([bytes])).catch((cause: unknown) => {
      throw new UnreadableImageError('the picture could not be decoded', { cause })
    })
    const scale = Math.min(1, longestKeptSide / Math.max(bitmap.width, bitmap.height))
    const size = (side: number) => Math.max(1, Math.round(side * scale))
    const canvas = new OffscreenCanvas(size(bitmap.width), size(bitmap.height))
    canvas.getContext('2d')?.drawImage(bitmap, 0, 0, canvas.width, canvas.height)
    bitmap.close()
    // A browser that cannot write WebP writes PNG.
    const blob = await canvas.convertToBlob({ type: 'image/webp', quality: 0.85 })
    return { bytes: new Uint8Array(await blob.arrayBuffer()), type: blob.type as EncodedImage['type'] }
  },
}
