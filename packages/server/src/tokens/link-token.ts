import type { Random } from '../ports/random.ts'
import type { Vault } from '../ports/vault.ts'
import { randomText } from './id.ts'

/** Draws the token of a link, 256 bits (S27). */
export const createLinkToken = (random: Random): string => randomText(random, 43)

/** Digest under which a token is kept and found (S24). */
export const digestLinkToken = (vault: Vault, token: string): Promise<string> => vault.digest('link', token)
