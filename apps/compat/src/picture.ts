/** A picture of 30 by 20 pixels: as a file, or as the text of one. */
export function drawPicture(): HTMLCanvasElement {
  const canvas = document.createElement('canvas')
  canvas.width = 30
  canvas.height = 20
  canvas.getContext('2d')?.fillRect(0, 0, 15, 20)
  return canvas
}

export const toFile = (canvas: HTMLCanvasElement): Promise<Blob> =>
  new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture'))), 'image/png'),
  )
