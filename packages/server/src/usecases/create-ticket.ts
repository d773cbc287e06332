import type { TicketRow } from '../database/schema/tickets.ts'
import { inTransaction } from '../database/transaction.ts'
import type { Deps } from '../deps.ts'
import { insertTicket } from '../stores/ticket-store.ts'
import { createId } from '../tokens/id.ts'
import { createTicketToken, digestTicketToken } from '../tokens/ticket-token.ts'
import { readUser } from './read-user.ts'
import { writeAudit } from './write-audit.ts'

export type CreateTicketInput = {
  userId: string
  /** How long it may be used, in seconds. */
  expiresIn: number
  /** Who acts as the user with it, and for how many seconds. */
  impersonation?: { actor: Record<string, unknown>; sessionLifetime: number }
}

/** A ticket and its token, which is shown this once. */
export type CreatedTicket = { ticket: TicketRow; token: string }

/** Makes what signs somebody in once, for a backend. Throws `resource_not_found`. */
export async function createTicket(
  deps: Deps,
  { userId, expiresIn, impersonation }: CreateTicketInput,
): Promise<CreatedTicket> {
  await readUser(deps, userId)
  const now = deps.clock.now()
  const token = createTicketToken(deps.random)
  const row = {
    id: createId(deps.random, impersonation ? 'act' : 'sit'),
    user_id: userId,
    token_digest: await digestTicketToken(deps.vault, token),
    status: 'pending' as const,
    actor: impersonation ? JSON.stringify(impersonation.actor) : null,
    session_lifetime: impersonation ? impersonation.sessionLifetime * 1000 : null,
    expire_at: now + expiresIn * 1000,
    created_at: now,
    updated_at: now,
  }
  const ticket = await inTransaction(deps.db, async (trx) => {
    const event = impersonation ? 'actor_token_created' : 'sign_in_token_created'
    await writeAudit(deps, trx, { event, userId })
    return insertTicket(trx, row)
  })
  return { ticket, token }
}
