/** Cryptographically secure random bytes. */
export type Random = { bytes(length: number): Uint8Array<ArrayBuffer> }

export const systemRandom: Random = { bytes: (length) => crypto.getRandomValues(new Uint8Array(length)) }
