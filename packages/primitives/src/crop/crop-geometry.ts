/** Which square of a picture is seen: how much it is enlarged, and where its middle is, as a share of width and height. */
export type CropView = { zoom: number; x: number; y: number }

export type PictureSize = { width: number; height: number }

export const mostZoom = 4
export const wholeView: CropView = { zoom: 1, x: 0.5, y: 0.5 }

/** The side of the square that is seen, in pixels of the picture. */
const sideOf = ({ width, height }: PictureSize, zoom: number) => Math.min(width, height) / zoom

/** The nearest view that shows nothing beside the picture. */
export function keepInside(size: PictureSize, { zoom, x, y }: CropView): CropView {
  const bounded = Math.min(mostZoom, Math.max(1, zoom))
  const half = sideOf(size, bounded) / 2
  const within = (share: number, length: number) =>
    Math.min(1 - half / length, Math.max(half / length, share))
  return { zoom: bounded, x: within(x, size.width), y: within(y, size.height) }
}

/** Moves the picture under the frame; the distances are shares of the frame's side. */
export function moveBy(size: PictureSize, view: CropView, right: number, down: number): CropView {
  const side = sideOf(size, view.zoom)
  return keepInside(size, {
    ...view,
    x: view.x - (right * side) / size.width,
    y: view.y - (down * side) / size.height,
  })
}

/** Where the picture lies in the frame, in percent of the frame's side. */
export function placeOf(size: PictureSize, { zoom, x, y }: CropView) {
  const side = sideOf(size, zoom)
  const [width, height] = [(100 * size.width) / side, (100 * size.height) / side]
  return { width, height, left: 50 - x * width, top: 50 - y * height }
}

/** The square that is seen, in pixels of the picture. */
export function squareOf(size: PictureSize, { zoom, x, y }: CropView) {
  const side = sideOf(size, zoom)
  return { left: x * size.width - side / 2, top: y * size.height - side / 2, side }
}
