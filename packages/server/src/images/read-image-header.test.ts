import sharp from 'sharp'
import { expect, test } from 'vitest'
import { readImageHeader } from './read-image-header.ts'

const draw = () => sharp({ create: { width: 300, height: 20, channels: 4, background: '#ff000080' } })

const pictures = {
  png: draw().png(),
  jpeg: draw().withMetadata({ orientation: 6 }).jpeg(),
  'jpeg in several passes': draw().jpeg({ progressive: true }),
  gif: draw().gif(),
  'webp with a clear ground': draw().webp(),
  webp: draw().removeAlpha().webp(),
  'webp without loss': draw().webp({ lossless: true }),
}

test.each(Object.entries(pictures))(
  'the size of a %s is read from its first bytes',
  async (name, picture) => {
    const bytes = new Uint8Array(await picture.toBuffer())
    const header = { type: name.split(' ')[0], width: 300, height: 20 }
    expect(readImageHeader(bytes)).toEqual(header)
    // Alone, and in the middle of other bytes.
    expect(readImageHeader(new Uint8Array([0, ...bytes]).subarray(1))).toEqual(header)
    for (let length = 0; length < 40; length++) {
      const read = readImageHeader(bytes.subarray(0, length))
      if (read) expect(read).toEqual(header)
    }
  },
)

test('what is no picture has no size', async () => {
  const random = crypto.getRandomValues(new Uint8Array(64))
  for (const bytes of [new Uint8Array(), random, new TextEncoder().encode('<svg width="1" height="1"/>')])
    expect(readImageHeader(bytes)).toBeNull()
  // Segment after segment, and never a frame.
  const endless = new Uint8Array(65_536).fill(0xff)
  endless.set([0xff, 0xd8, 0xff, 0xe0, 0, 2])
  expect(readImageHeader(endless)).toBeNull()
})
