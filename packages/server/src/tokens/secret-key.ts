import type { InstanceIdentity } from '@usher/protocol'
import type { Random } from '../ports/random.ts'
import type { Vault } from '../ports/vault.ts'
import { randomText } from './id.ts'

/** Digest under which a backend's secret key is kept (S67). */
export const digestSecretKey = (vault: Vault, key: string): Promise<string> => vault.digest('secret_key', key)

/** A new secret key, 256 bits: shown once, then only its digest is known. */
export const createSecretKey = (random: Random, mode: InstanceIdentity['mode']): string =>
  `sk_${mode === 'production' ? 'live' : 'test'}_${randomText(random, 43)}`
