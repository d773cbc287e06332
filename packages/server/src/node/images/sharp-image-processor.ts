import { longestSide } from '../../images/encode-picture.ts'
import { type ImageProcessor, longestKeptSide, UnreadableImageError } from '../../ports/image-processor.ts'
import { createQueue } from '../queue.ts'

const maxWaiting = 20
/** Seconds that one picture may take. */
const patience = 10

/**
 * Pictures by libvips (sharp), which is loaded with the first one. One at a time: a picture of the largest allowed
 * size takes as much memory as the whole server.
 */
export function createSharpImageProcessor(): ImageProcessor {
  const enqueue = createQueue(1, maxWaiting)
  return {
    encode: (bytes) =>
      enqueue(async () => {
        const { default: sharp } = await import('sharp')
        sharp.cache(false)
        sharp.concurrency(1)
        // Metadata is left out unless it is asked for, and of an animation only the first frame is read.
        const made = sharp(bytes, { limitInputPixels: longestSide ** 2 })
          .autoOrient()
          .resize(longestKeptSide, longestKeptSide, { fit: 'inside', withoutEnlargement: true })
          .timeout({ seconds: patience })
          .webp({ quality: 85 })
          .toBuffer()
          .catch((cause: unknown) => {
            throw new UnreadableImageError('the picture could not be decoded', { cause })
          })
        return { bytes: new Uint8Array(await made), type: 'image/webp' }
      }),
  }
}
