import type { Random } from '../ports/random.ts'
import type { Vault } from '../ports/vault.ts'
import { randomText } from './id.ts'

/** Draws the token of a ticket, 256 bits. */
export const createTicketToken = (random: Random): string => randomText(random, 43)

/** Digest under which a ticket is kept and found; the token itself is nowhere. */
export const digestTicketToken = (vault: Vault, token: string): Promise<string> =>
  vault.digest('ticket', token)
