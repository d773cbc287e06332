/** Hashes and checks passwords off the event loop; both reject with `QueueFullError` when too many wait. */
export type PasswordHasher = {
  /** Returns a PHC string. */
  hash(password: string): Promise<string>
  /** Takes what `hash` gave, and what `storeForeignDigest` gave. */
  verify(digest: string, password: string): Promise<boolean>
  /** True when the digest was made with other parameters than `hash` uses now. */
  needsRehash(digest: string): boolean
}
