/** HMAC-SHA-256 of a text under one key, in hex. */
export type Hmac = (text: string) => string | Promise<string>

/** Makes it for a key of 32 bytes; a host may have something faster than WebCrypto, whose every call waits for a thread. */
export type MakeHmac = (key: Uint8Array<ArrayBuffer>) => Promise<Hmac>
