import { createHmac, createSecretKey } from 'node:crypto'
import type { MakeHmac } from '../ports/hmac.ts'

/** HMAC-SHA-256 without a thread: every request that carries a cookie or a key needs one. */
export const makeNodeHmac: MakeHmac = async (bytes) => {
  const key = createSecretKey(bytes)
  return (text) => createHmac('sha256', key).update(text).digest('hex')
}
