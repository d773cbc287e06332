import type { Random } from '../ports/random.ts'
import { equalInConstantTime } from './encoding.ts'

/** Seconds for which a code counts; with those of the neighbouring steps, because clocks are never quite right (S30). */
const period = 30
const drift = 1
const secretBytes = 20
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** Draws the secret of an authenticator app: 160 bits (S31), as base32. */
export const createTotpSecret = (random: Random): string => toBase32(random.bytes(secretBytes))

/**
 * The secret that another system made, as base32 without blanks and padding; null when it is none, or has fewer than
 * the 80 bits that old authenticator apps have.
 */
export function normalizeTotpSecret(value: string): string | null {
  const secret = value.replaceAll(/[\s=-]/g, '').toUpperCase()
  return /^[A-Z2-7]{16,128}$/.test(secret) ? secret : null
}

/** What an authenticator app reads from the QR code (Key Uri Format). */
export function totpUri({
  secret,
  issuer,
  account,
}: {
  secret: string
  issuer: string
  account: string
}): string {
  const label = [issuer, account].map(encodeURIComponent).join(':')
  const query = `secret=${secret}&issuer=${encodeURIComponent(issuer)}&algorithm=SHA1&digits=6&period=${period}`
  return `otpauth://totp/${label}?${query}`
}

/**
 * The step of time that a code belongs to (RFC 6238: SHA-1, 6 digits), by the clock of the server.
 * @param now epoch milliseconds
 * @returns null when it belongs to none that counts now
 */
export async function findTotpStep(secret: string, code: string, now: number): Promise<number | null> {
  const key = await importSecret(secret)
  const current = Math.floor(now / 1000 / period)
  let found: number | null = null
  // All of them, so that the time does not tell which one it was.
  for (let step = current - drift; step <= current + drift; step++)
    if (equalInConstantTime(await codeAt(key, step), code)) found = step
  return found
}

/** The code that an authenticator app shows at a time; what tests hold in their hand. */
export const totpAt = async (secret: string, now: number): Promise<string> =>
  codeAt(await importSecret(secret), Math.floor(now / 1000 / period))

const importSecret = (secret: string): Promise<CryptoKey> =>
  crypto.subtle.importKey('raw', fromBase32(secret), { name: 'HMAC', hash: 'SHA-1' }, false, ['sign'])

// RFC 4226: four bytes from where the last half-byte points to, without the sign.
async function codeAt(key: CryptoKey, step: number): Promise<string> {
  const counter = new DataView(new ArrayBuffer(8))
  counter.setBigUint64(0, BigInt(step))
  const mac = new DataView(await crypto.subtle.sign('HMAC', key, counter))
  const offset = mac.getUint8(19) & 15
  return String((mac.getUint32(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}

/** Five bits a character, the rest of the last byte left out. */
export function toBase32(bytes: Uint8Array): string {
  const bits = Array.from(bytes, (byte) => byte.toString(2).padStart(8, '0')).join('')
  return (bits.match(/.{5}/g) ?? []).map((five) => alphabet[Number.parseInt(five, 2)]).join('')
}

function fromBase32(text: string): Uint8Array<ArrayBuffer> {
  const bits = Array.from(text, (character) => alphabet.indexOf(character).toString(2).padStart(5, '0')).join(
    '',
  )
  return Uint8Array.from(bits.match(/.{8}/g) ?? [], (eight) => Number.parseInt(eight, 2))
}
