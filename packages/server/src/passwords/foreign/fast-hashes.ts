import { equalInConstantTime, toHex, utf8 } from '../../tokens/encoding.ts'
import { type Check, type ForeignHasher, readBase64, readCost, readHex } from './foreign-hasher.ts'

const sha = async (algorithm: string, bytes: Uint8Array<ArrayBuffer>) =>
  new Uint8Array(await crypto.subtle.digest(algorithm, bytes))

const hexOf = (algorithm: string) => async (text: string) => toHex((await sha(algorithm, utf8(text))).buffer)

const md5Hex = async (text: string) => (await import('hash-wasm')).md5(text)

/** 32 hexadecimal digits */
export const md5 = unsalted(md5Hex, 32)

/** `<salt>$<32 hexadecimal digits>` */
export const md5Salted = salted(md5Hex, 32)

/** 64 hexadecimal digits */
export const sha256 = unsalted(hexOf('SHA-256'), 64)

/** `<salt>$<64 hexadecimal digits>` */
export const sha256Salted = salted(hexOf('SHA-256'), 64)

/** `{SSHA}` and the base64 of the SHA-1 of password and salt, followed by the salt (OpenLDAP). */
export const ldapSsha: ForeignHasher = (digest) => {
  const bytes = digest.startsWith('{SSHA}') ? readBase64(digest.slice(6)) : null
  if (!bytes || bytes.length <= 20) return null
  return async (password) => {
    const made = await sha('SHA-1', Uint8Array.from([...utf8(password), ...bytes.slice(20)]))
    return equalInConstantTime(toHex(made.buffer), toHex(bytes.slice(0, 20).buffer))
  }
}

/** `sha512_symfony$<iterations>$<salt>$<hash in base64>` (Symfony's legacy message digest encoder). */
export const sha512Symfony: ForeignHasher = (digest) => {
  const [name, count, salt, text, ...rest] = digest.split('$')
  const [iterations, hash] = [readCost(count, 1, 1_000_000), readBase64(text)]
  if (name !== 'sha512_symfony' || rest.length > 0 || !salt || !iterations || hash?.length !== 64) return null
  return async (password) => {
    const merged = utf8(`${password}{${salt}}`)
    let made = await sha('SHA-512', merged)
    for (let round = 1; round < iterations; round++)
      made = await sha('SHA-512', Uint8Array.from([...made, ...merged]))
    return equalInConstantTime(toHex(made.buffer), toHex(hash.buffer))
  }
}

type HexDigest = (text: string) => Promise<string>

function unsalted(digestOf: HexDigest, length: number): ForeignHasher {
  return (digest) => {
    if (readHex(digest) === null || digest.length !== length) return null
    return async (password) => equalInConstantTime(await digestOf(password), digest.toLowerCase())
  }
}

function salted(digestOf: HexDigest, length: number): ForeignHasher {
  return (digest): Check | null => {
    const [salt, hash, ...rest] = digest.split('$')
    if (!salt || !hash || rest.length > 0 || readHex(hash) === null || hash.length !== length) return null
    // Systems differ in what stands first, and a digest does not say.
    return async (password) => {
      const [before, after] = [await digestOf(`${salt}${password}`), await digestOf(`${password}${salt}`)]
      return [before, after].some((made) => equalInConstantTime(made, hash.toLowerCase()))
    }
  }
}
