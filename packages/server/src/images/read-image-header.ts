export type ImageHeader = { type: 'png' | 'jpeg' | 'gif' | 'webp'; width: number; height: number }

/**
 * The type of a picture by its first bytes, whatever anybody calls it, and its size in pixels, without decoding it.
 * Null for anything else.
 */
export function readImageHeader(bytes: Uint8Array): ImageHeader | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const read = readers.find(({ begins }) => begins(bytes))
  try {
    const size = read?.size(view)
    return read && size && size[0] > 0 && size[1] > 0
      ? { type: read.type, width: size[0], height: size[1] }
      : null
  } catch (error) {
    // It ends before its size is told.
    if (error instanceof RangeError) return null
    throw error
  }
}

type Size = readonly [width: number, height: number]

type Reader = {
  type: ImageHeader['type']
  begins: (bytes: Uint8Array) => boolean
  size: (view: DataView) => Size | null
}

const textAt = (bytes: Uint8Array, from: number, to: number) =>
  String.fromCharCode(...bytes.subarray(from, to))

const readers: Reader[] = [
  {
    type: 'png',
    begins: (bytes) => textAt(bytes, 0, 8) === '\x89PNG\r\n\x1a\n' && textAt(bytes, 12, 16) === 'IHDR',
    size: (view) => [view.getUint32(16), view.getUint32(20)],
  },
  { type: 'jpeg', begins: (bytes) => textAt(bytes, 0, 3) === '\xff\xd8\xff', size: sizeOfJpeg },
  {
    type: 'gif',
    begins: (bytes) => /^GIF8[79]a$/.test(textAt(bytes, 0, 6)),
    size: (view) => [view.getUint16(6, true), view.getUint16(8, true)],
  },
  {
    type: 'webp',
    begins: (bytes) => textAt(bytes, 0, 4) === 'RIFF' && textAt(bytes, 8, 12) === 'WEBP',
    size: sizeOfWebp,
  },
]

// A JPEG is a row of segments: marker, length, content. The first frame header (SOF) tells the size.
function sizeOfJpeg(view: DataView): Size | null {
  for (let at = 2; ; ) {
    if (view.getUint8(at) !== 0xff) return null
    const marker = view.getUint8(at + 1)
    if (marker === 0xff) {
      at += 1
      continue
    }
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
    if (isFrame) return [view.getUint16(at + 7), view.getUint16(at + 5)]
    // The pixels begin, or the picture ends, and no size was told.
    if (marker === 0xda || marker === 0xd9) return null
    at += 2 + view.getUint16(at + 2)
  }
}

function sizeOfWebp(view: DataView): Size | null {
  const kind = view.getUint8(15)
  if (kind === 0x58) return [1 + uint24(view, 24), 1 + uint24(view, 27)]
  if (kind === 0x20) return [view.getUint16(26, true) & 0x3fff, view.getUint16(28, true) & 0x3fff]
  if (kind !== 0x4c) return null
  const bits = view.getUint32(21, true)
  return [1 + (bits & 0x3fff), 1 + ((bits >> 14) & 0x3fff)]
}

const uint24 = (view: DataView, at: number) => view.getUint16(at, true) + view.getUint8(at + 2) * 0x1_00_00
