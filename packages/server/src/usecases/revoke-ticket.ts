import { ApiError } from '../api-error.ts'
import type { TicketRow } from '../database/schema/tickets.ts'
import type { Deps } from '../deps.ts'
import { findTicket, settleTicket } from '../stores/ticket-store.ts'

/** Has a ticket that nobody has used refused from here on. Throws `resource_not_found`, and when it was used or revoked. */
export async function revokeTicket(
  deps: Deps,
  { id, isActor }: { id: string; isActor: boolean },
): Promise<TicketRow> {
  const ticket = await findTicket(deps.db, id)
  if (!ticket || (ticket.actor !== null) !== isActor) throw new ApiError('resource_not_found')
  const revoked = await settleTicket(deps.db, id, { status: 'revoked', updated_at: deps.clock.now() })
  if (revoked) return revoked
  throw new ApiError(isActor ? 'actor_token_cannot_be_revoked_code' : 'sign_in_token_cannot_be_revoked_code')
}
