/**
 * What a log may say of an error: its code, such as `ECONNREFUSED`, or else its class. Never its text, in which an
 * address or a password may stand (S65).
 */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown'
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name
}
