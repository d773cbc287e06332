import { expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { useCrop } from './use-crop.ts'

/** Red at the left, blue at the right. */
async function drawTwoHalves(): Promise<string> {
  const canvas = new OffscreenCanvas(400, 200)
  const context = canvas.getContext('2d')!
  for (const [colour, left] of [
    ['red', 0],
    ['blue', 200],
  ] as const) {
    context.fillStyle = colour
    context.fillRect(left, 0, 200, 200)
  }
  return URL.createObjectURL(await canvas.convertToBlob())
}

async function leftAndRight(blob: Blob) {
  const bitmap = await createImageBitmap(blob)
  const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')!
  context.drawImage(bitmap, 0, 0)
  const colourAt = (x: number) => {
    const [red = 0, , blue = 0] = context.getImageData(x, bitmap.height / 2, 1, 1).data
    return red > blue ? 'red' : 'blue'
  }
  return [bitmap.width, bitmap.height, colourAt(2), colourAt(bitmap.width - 3)]
}

function Square({ src, onCut, onUnreadable = () => {} }: Props) {
  const crop = useCrop({ mostPixels: 100, onUnreadable })
  return (
    <>
      <div
        {...crop.frameProps}
        role="application"
        aria-label="Frame"
        style={{ ...crop.frameProps.style, position: 'relative', overflow: 'clip', width: 100, height: 100 }}
      >
        <img {...crop.imageProps} src={src} alt="" />
      </div>
      <input {...crop.zoomProps} aria-label="Zoom" />
      <button type="button" disabled={!crop.isReady} onClick={async () => onCut(await crop.cut())}>
        Cut
      </button>
    </>
  )
}

type Props = { src: string; onCut: (blob: Blob) => void; onUnreadable?: () => void }

async function show() {
  const onCut = vi.fn<(blob: Blob) => void>()
  await render(<Square src={await drawTwoHalves()} onCut={onCut} />)
  const cut = async () => {
    onCut.mockClear()
    await page.getByRole('button', { name: 'Cut' }).click()
    await vi.waitFor(() => expect(onCut).toHaveBeenCalled())
    return leftAndRight(onCut.mock.calls[0]![0])
  }
  return { cut, frame: page.getByRole('application') }
}

test('without a touch the middle is cut out, no larger than asked', async () => {
  const { cut } = await show()
  expect(await cut()).toEqual([100, 100, 'red', 'blue'])
})

test('the arrow keys move the picture and + enlarges it', async () => {
  const { cut, frame } = await show()
  await expect.element(page.getByRole('button', { name: 'Cut' })).toBeEnabled()
  ;(frame.element() as HTMLElement).focus()
  for (let turn = 0; turn < 11; turn++) await userEvent.keyboard('{ArrowRight}')
  expect(await cut()).toEqual([100, 100, 'red', 'red'])
  ;(frame.element() as HTMLElement).focus()
  await userEvent.keyboard('{+}{+}')
  await expect.element(page.getByRole('slider')).toHaveValue('1.21')
})

async function touch() {
  const { cut, frame } = await show()
  await expect.element(page.getByRole('button', { name: 'Cut' })).toBeEnabled()
  const box = frame.element()
  box.setPointerCapture = () => {}
  const send = (type: string, pointerId: number, clientX: number) =>
    box.dispatchEvent(new PointerEvent(type, { bubbles: true, pointerId, clientX }))
  return { cut, send }
}

test('dragging moves the picture with the pointer', async () => {
  const { cut, send } = await touch()
  send('pointermove', 1, 90)
  send('pointerdown', 1, 90)
  send('pointermove', 1, 30)
  expect(await cut()).toEqual([100, 100, 'blue', 'blue'])
})

test('two fingers that part enlarge the picture, and one that is left moves it on', async () => {
  const { cut, send } = await touch()
  send('pointerdown', 1, 40)
  send('pointerdown', 2, 60)
  send('pointermove', 1, 30)
  send('pointermove', 2, 70)
  await expect.element(page.getByRole('slider')).toHaveValue('2')
  send('lostpointercapture', 2, 70)
  send('pointermove', 1, -30)
  await expect.element(page.getByRole('slider')).toHaveValue('2')
  expect(await cut()).toEqual([100, 100, 'blue', 'blue'])
})

test('what cannot be decoded is told', async () => {
  const onUnreadable = vi.fn()
  await render(<Square src="data:image/png;base64,AAAA" onCut={() => {}} onUnreadable={onUnreadable} />)
  await vi.waitFor(() => expect(onUnreadable).toHaveBeenCalled())
})
