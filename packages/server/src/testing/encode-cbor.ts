import { utf8 } from '../tokens/encoding.ts'

/** Writes maps, lists, whole numbers, texts and bytes as CBOR (RFC 8949): what an authenticator answers with. */
export const encodeCbor = (value: unknown): Uint8Array<ArrayBuffer> => new Uint8Array(write(value))

function write(value: unknown): number[] {
  if (typeof value === 'number') return value < 0 ? head(1, -1 - value) : head(0, value)
  if (typeof value === 'string') return [...head(3, utf8(value).length), ...utf8(value)]
  if (value instanceof Uint8Array) return [...head(2, value.length), ...value]
  if (Array.isArray(value)) return [...head(4, value.length), ...value.flatMap(write)]
  if (value instanceof Map) return [...head(5, value.size), ...[...value].flat().flatMap(write)]
  throw new TypeError(`CBOR of ${typeof value} is not written here.`)
}

function head(kind: number, count: number): number[] {
  if (count < 24) return [(kind << 5) | count]
  return count < 256 ? [(kind << 5) | 24, count] : [(kind << 5) | 25, count >> 8, count & 255]
}
