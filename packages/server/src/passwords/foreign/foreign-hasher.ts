/** Tells whether a password is the one behind a digest. */
export type Check = (password: string) => Promise<boolean>

/**
 * Reads a digest of one hasher: the check against it, or null when it is not in that hasher's form or would cost more
 * than a sign-in may (S13).
 */
export type ForeignHasher = (digest: string) => Check | null

/** A whole number within limits; null for anything else. */
export function readCost(text: string | undefined, least: number, most: number): number | null {
  const value = /^\d{1,10}$/.test(text ?? '') ? Number(text) : Number.NaN
  return value >= least && value <= most ? value : null
}

/** The bytes behind hexadecimal digits; null when there are others. */
export function readHex(text: string | undefined): Uint8Array<ArrayBuffer> | null {
  if (!text || text.length % 2 || !/^[0-9a-f]+$/i.test(text)) return null
  return Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
}

/** The bytes behind base64, of either alphabet; null when it is none. */
export function readBase64(text: string | undefined): Uint8Array<ArrayBuffer> | null {
  if (!text || !/^[A-Za-z0-9+/_-]+={0,2}$/.test(text)) return null
  try {
    const plain = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
    return Uint8Array.from(plain, (character) => character.charCodeAt(0))
  } catch {
    return null
  }
}
