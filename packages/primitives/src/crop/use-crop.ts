'use client'
import {
  type ComponentPropsWithRef,
  type CSSProperties,
  type KeyboardEvent,
  type PointerEvent,
  useRef,
  useState,
} from 'react'
import {
  type CropView,
  keepInside,
  mostZoom,
  moveBy,
  type PictureSize,
  placeOf,
  squareOf,
  wholeView,
} from './crop-geometry.ts'

export type CropOptions = {
  /** Longest side of the cut-out in pixels. */
  mostPixels: number
  /** The picture cannot be decoded. */
  onUnreadable: () => void
}

export type Crop = {
  /** The picture is here, and a square can be cut out. */
  isReady: boolean
  /** For the square frame, which takes the focus: dragging and the arrow keys move the picture, two fingers, + and - enlarge it. */
  frameProps: ComponentPropsWithRef<'div'>
  /** For the `<img>` inside the frame; give it the source. */
  imageProps: ComponentPropsWithRef<'img'>
  /** For an `<input type="range">` that enlarges it. */
  zoomProps: ComponentPropsWithRef<'input'>
  /** The square that is seen, as WebP, or as PNG where the browser writes no WebP. */
  cut: () => Promise<Blob>
}

const step = 0.05
const arrows: Record<string, [right: number, down: number]> = {
  ArrowLeft: [-step, 0],
  ArrowRight: [step, 0],
  ArrowUp: [0, -step],
  ArrowDown: [0, step],
}
type Point = { x: number; y: number }

/** How far the first two fingers are from each other; 0 for one. */
function spread([one, other]: Point[]): number {
  return one && other ? Math.hypot(one.x - other.x, one.y - other.y) : 0
}

const zooms: Record<string, number> = { '+': 1.1, '=': 1.1, '-': 1 / 1.1 }

/** Lets somebody choose a square of a picture, by mouse, touch or keyboard. */
export function useCrop({ mostPixels, onUnreadable }: CropOptions): Crop {
  const image = useRef<HTMLImageElement>(null)
  const fingers = useRef(new Map<number, Point>())
  const [size, setSize] = useState<PictureSize | null>(null)
  const [view, setView] = useState(wholeView)
  const change = (next: (size: PictureSize, view: CropView) => CropView) => {
    if (size) setView((last) => next(size, last))
  }
  const zoomTo = (zoom: (last: number) => number) =>
    change((known, last) => keepInside(known, { ...last, zoom: zoom(last.zoom) }))

  return {
    isReady: size !== null,
    frameProps: {
      tabIndex: 0,
      style: { touchAction: 'none' },
      onPointerDown: (event) => {
        event.currentTarget.setPointerCapture(event.pointerId)
        fingers.current.set(event.pointerId, { x: event.clientX, y: event.clientY })
      },
      onPointerMove: (event: PointerEvent<HTMLElement>) => {
        const from = fingers.current.get(event.pointerId)
        if (!from) return
        const before = spread([...fingers.current.values()])
        const to = { x: event.clientX, y: event.clientY }
        fingers.current.set(event.pointerId, to)
        // Each of two fingers moves the picture by half, so that it follows the middle between them.
        const share = event.currentTarget.clientWidth * fingers.current.size
        const [right, down] = [(to.x - from.x) / share, (to.y - from.y) / share]
        change((known, last) => moveBy(known, last, right, down))
        if (before > 0) {
          const factor = spread([...fingers.current.values()]) / before
          zoomTo((zoom) => zoom * factor)
        }
      },
      onLostPointerCapture: ({ pointerId }) => fingers.current.delete(pointerId),
      onKeyDown: (event: KeyboardEvent) => {
        const { [event.key]: arrow } = arrows
        const { [event.key]: factor } = zooms
        if (!arrow && !factor) return
        event.preventDefault()
        if (arrow) change((known, last) => moveBy(known, last, ...arrow))
        if (factor) zoomTo((zoom) => zoom * factor)
      },
    },
    imageProps: {
      ref: image,
      alt: '',
      draggable: false,
      style: size ? styleOf(size, view) : { visibility: 'hidden' },
      onLoad: ({ currentTarget: { naturalWidth: width, naturalHeight: height } }) =>
        setSize({ width, height }),
      onError: onUnreadable,
    },
    zoomProps: {
      type: 'range',
      min: 1,
      max: mostZoom,
      step: 0.01,
      value: view.zoom,
      onChange: (event) => {
        const zoom = Number(event.currentTarget.value)
        zoomTo(() => zoom)
      },
    },
    cut: () => cutOut(image.current, size, view, mostPixels),
  }
}

function styleOf(size: PictureSize, view: CropView): CSSProperties {
  const place = placeOf(size, view)
  const percent = Object.entries(place).map(([name, value]) => [name, `${value}%`])
  return { position: 'absolute', maxWidth: 'none', ...Object.fromEntries(percent) }
}

async function cutOut(
  image: HTMLImageElement | null,
  size: PictureSize | null,
  view: CropView,
  mostPixels: number,
): Promise<Blob> {
  if (!image || !size)
    throw new Error('Nothing can be cut out before the picture is here. Wait for `isReady`.')
  const { left, top, side } = squareOf(size, view)
  const canvas = document.createElement('canvas')
  canvas.width = canvas.height = Math.max(1, Math.min(mostPixels, Math.round(side)))
  canvas.getContext('2d')?.drawImage(image, left, top, side, side, 0, 0, canvas.width, canvas.height)
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/webp', 0.92))
  if (!blob) throw new Error('The browser could not write the picture.')
  return blob
}
