import type { Random } from '../ports/random.ts'
import type { Vault } from '../ports/vault.ts'
import { randomText } from './id.ts'

/** Draws the nonce of a handshake, 256 bits. */
export const createHandshakeNonce = (random: Random): string => randomText(random, 43)

/** Digest under which a nonce is kept and found. */
export const digestHandshakeNonce = (vault: Vault, nonce: string): Promise<string> =>
  vault.digest('handshake', nonce)
