/** Secrets at rest: everything is keyed with the instance's own secret. */
export type Vault = {
  /** AES-GCM with a random nonce; returns text for a database column. */
  encrypt(plain: string): Promise<string>
  decrypt(sealed: string): Promise<string>
  /** HMAC-SHA-256 in hex, for looking up and comparing secrets and codes without keeping them. */
  digest(purpose: string, value: string): Promise<string>
}
