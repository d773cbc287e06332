import { equalInConstantTime, toHex, utf8 } from '../../tokens/encoding.ts'
import { type Check, type ForeignHasher, readBase64, readCost } from './foreign-hasher.ts'

const form = /^\$2[aby]?\$(\d\d)\$([./A-Za-z0-9]{22})([./A-Za-z0-9]{31})$/
const mostCost = 16
const mostBytes = 72

/** `$2b$<cost>$<salt and hash>` */
export const bcrypt: ForeignHasher = (digest) => readBcrypt(digest, (password) => utf8(password))

/** The same over the password followed by a secret text: `$2b$<cost>$<salt and hash>$<pepper>` (Devise). */
export const bcryptPeppered: ForeignHasher = (digest) => {
  const [, own, pepper] = digest.match(/^(\$2[aby]?\$\d\d\$[^$]{53})\$(.+)$/) ?? []
  return own && pepper ? readBcrypt(own, (password) => utf8(`${password}${pepper}`)) : null
}

/** The same over the hexadecimal SHA-256 of the password: `bcrypt_sha256$$2b$<cost>$<salt and hash>` (Django). */
export const bcryptSha256Django: ForeignHasher = (digest) =>
  readBcrypt(digest.replace(/^bcrypt_sha256\$/, ''), async (password) =>
    utf8(toHex(await crypto.subtle.digest('SHA-256', utf8(password)))),
  )

type Prepare = (password: string) => Uint8Array | Promise<Uint8Array>

function readBcrypt(digest: string, prepare: Prepare): Check | null {
  const [, cost, salt, hash] = digest.match(form) ?? []
  const costFactor = readCost(cost, 4, mostCost)
  const bytes = salt && readBase64(toStandard(salt))
  if (costFactor === null || !bytes || !hash) return null
  return async (password) => {
    const { bcrypt } = await import('hash-wasm')
    // bcrypt looks at the first 72 bytes, and whoever made the digest had it do so.
    const input = (await prepare(password)).slice(0, mostBytes)
    const made = await bcrypt({ password: input, salt: bytes, costFactor, outputType: 'encoded' })
    return equalInConstantTime(made.slice(-hash.length), hash)
  }
}

const own = './ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'
const standard = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

const toStandard = (text: string) => text.replaceAll(/./g, (letter) => standard[own.indexOf(letter)] ?? '')
