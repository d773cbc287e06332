import type { Random } from '../ports/random.ts'
import type { Vault } from '../ports/vault.ts'
import { randomText } from './id.ts'

/** Digest under which the secret of a browser is kept (S50). */
export const digestClientSecret = (vault: Vault, secret: string): Promise<string> =>
  vault.digest('client', secret)

/** A new secret for the `__client` cookie, 256 bits, and its digest. */
export async function createClientSecret({ random, vault }: { random: Random; vault: Vault }) {
  const secret = randomText(random, 43)
  return { secret, digest: await digestClientSecret(vault, secret) }
}
