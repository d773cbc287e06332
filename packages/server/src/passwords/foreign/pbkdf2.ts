import { equalInConstantTime, toHex, utf8 } from '../../tokens/encoding.ts'
import { type Check, type ForeignHasher, readBase64, readCost, readHex } from './foreign-hasher.ts'

type Bytes = Uint8Array<ArrayBuffer>
type Read = (text: string | undefined) => Bytes | null

const mostIterations = 5_000_000
const plain: Read = (text) => (text ? utf8(text) : null)
const hexOrPlain: Read = (text) => readHex(text) ?? plain(text)

/** `pbkdf2_sha1$<iterations>$<salt>$<hash in hex>`, optionally followed by the length of the key. */
export const pbkdf2Sha1: ForeignHasher = (digest) => {
  const [name, iterations, salt, hash, length, ...rest] = digest.split('$')
  const bytes = readHex(hash)
  const isLong = length === undefined || Number(length) === bytes?.length
  return name === 'pbkdf2_sha1' && isLong && rest.length === 0
    ? check('SHA-1', iterations, hexOrPlain(salt), bytes)
    : null
}

/** `pbkdf2_sha256$<iterations>$<salt>$<hash>`, both in base64. */
export const pbkdf2Sha256 = family('pbkdf2_sha256', 'SHA-256', readBase64, readBase64)

/** `pbkdf2_sha256$<iterations>$<salt>$<hash in base64>`, as Django exports it. */
export const pbkdf2Sha256Django = family('pbkdf2_sha256', 'SHA-256', plain, readBase64)

/** `pbkdf2_sha512$<iterations>$<salt>$<hash in hex>` */
export const pbkdf2Sha512 = family('pbkdf2_sha512', 'SHA-512', plain, readHex)

/** `pbkdf2_sha512_hex$<iterations>$<salt>$<hash>`, both in hex. */
export const pbkdf2Sha512Hex = family('pbkdf2_sha512_hex', 'SHA-512', readHex, readHex)

function family(name: string, hash: string, readSalt: Read, readHash: Read): ForeignHasher {
  return (digest) => {
    const parts = digest.split('$')
    return parts.length === 4 && parts[0] === name
      ? check(hash, parts[1], readSalt(parts[2]), readHash(parts[3]))
      : null
  }
}

function check(
  hash: string,
  count: string | undefined,
  salt: Bytes | null,
  expected: Bytes | null,
): Check | null {
  const iterations = readCost(count, 1, mostIterations)
  if (iterations === null || !salt || !expected || expected.length > 128) return null
  return async (password) => {
    const key = await crypto.subtle.importKey('raw', utf8(password), 'PBKDF2', false, ['deriveBits'])
    const params = { name: 'PBKDF2', hash, salt, iterations }
    const made = await crypto.subtle.deriveBits(params, key, expected.length * 8)
    return equalInConstantTime(toHex(made), toHex(expected.buffer))
  }
}
