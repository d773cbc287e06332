import { equalInConstantTime, utf8 } from '../../tokens/encoding.ts'
import type { Check, ForeignHasher } from './foreign-hasher.ts'

const alphabet = './0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const form = /^\$[PH]\$([./0-9A-Za-z])([./0-9A-Za-z]{8})([./0-9A-Za-z]{22})$/
const mostDoublings = 20

/** `$P$<rounds><salt><checksum>` (WordPress and its kin). */
export const phpass: ForeignHasher = (digest) => readPhpass(digest, async (password) => password)

/** The same over the hexadecimal MD5 of the password. */
export const md5Phpass: ForeignHasher = (digest) =>
  readPhpass(digest, async (password) => (await import('hash-wasm')).md5(password))

function readPhpass(digest: string, prepare: (password: string) => Promise<string>): Check | null {
  const [, rounds, salt, checksum] = digest.match(form) ?? []
  const doublings = rounds ? alphabet.indexOf(rounds) : -1
  if (!salt || !checksum || doublings < 7 || doublings > mostDoublings) return null
  return async (password) => {
    const { createMD5 } = await import('hash-wasm')
    const [md5, input] = [await createMD5(), utf8(await prepare(password))]
    let hash = md5.init().update(salt).update(input).digest('binary')
    for (let round = 0; round < 2 ** doublings; round++)
      hash = md5.init().update(hash).update(input).digest('binary')
    return equalInConstantTime(encode(hash), checksum)
  }
}

/** Six bits a letter, the lowest first. */
function encode(bytes: Uint8Array): string {
  let text = ''
  for (let index = 0; index < bytes.length; index += 3) {
    const group = [0, 1, 2].reduce((sum, place) => sum | ((bytes[index + place] ?? 0) << (8 * place)), 0)
    const letters = Math.min(4, Math.ceil(((bytes.length - index) * 8) / 6))
    for (let place = 0; place < letters; place++) text += alphabet[(group >> (6 * place)) & 63]
  }
  return text
}
