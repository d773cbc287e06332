import { ApiError } from '../api-error.ts'
import type { ClientRow } from '../database/schema/clients.ts'
import type { SignInRow } from '../database/schema/sign-ins.ts'
import type { TicketRow } from '../database/schema/tickets.ts'
import { type Connection, inTransaction } from '../database/transaction.ts'
import type { Deps } from '../deps.ts'
import type { Device } from '../devices/describe-device.ts'
import { findTicketByToken, settleTicket } from '../stores/ticket-store.ts'
import { digestTicketToken } from '../tokens/ticket-token.ts'
import { announceUser } from './announce-user.ts'
import { finishSignIn, type SignInStep } from './finish-sign-in.ts'

/** A ticket that may still be used. Throws `ticket_invalid_code`, `ticket_expired_code`, and when it was used or revoked. */
export async function openTicket(deps: Deps, token: string): Promise<TicketRow> {
  const ticket = await findTicketByToken(deps.db, await digestTicketToken(deps.vault, token))
  if (!ticket) throw new ApiError('ticket_invalid_code', { paramName: 'ticket' })
  if (ticket.status !== 'pending') throw spent(ticket)
  if (ticket.expire_at <= deps.clock.now()) throw new ApiError('ticket_expired_code', { paramName: 'ticket' })
  return ticket
}

export type RedeemTicketInput = {
  client: ClientRow
  device: Device
  signIn: SignInRow
  userId: string
  /** Uses the ticket up; throws when somebody was first. */
  use: (trx: Connection) => Promise<unknown>
  impersonation?: { actor: string; lifetime: number | null }
}

/** Signs in with a ticket, which is used up. The person is still asked for a second factor. */
export async function redeem(deps: Deps, { use, userId, ...input }: RedeemTicketInput): Promise<SignInStep> {
  const now = deps.clock.now()
  const step = await inTransaction(deps.db, async (trx) => {
    await use(trx)
    return finishSignIn(deps, trx, {
      ...{ ...input, userId, strategy: 'ticket' },
      proved: { first_factor_strategy: 'ticket', first_factor_at: now },
    })
  })
  if (step.started) announceUser(deps, userId, 'sessions.changed')
  return step
}

/** The same with what a backend made for a user; who acts as them is asked nothing more, because the backend vouches for that one. */
export function redeemTicket(
  deps: Deps,
  { ticket, ...input }: Omit<RedeemTicketInput, 'use' | 'userId' | 'impersonation'> & { ticket: TicketRow },
): Promise<SignInStep> {
  const { id, user_id: userId, actor, session_lifetime: lifetime } = ticket
  return redeem(deps, {
    ...{ ...input, userId },
    async use(trx) {
      const used = await settleTicket(trx, id, { status: 'accepted', updated_at: deps.clock.now() })
      if (!used) throw spent({ ...ticket, status: 'accepted' })
    },
    ...(actor === null ? {} : { impersonation: { actor, lifetime } }),
  })
}

function spent({ actor, status }: TicketRow): ApiError {
  const kind = actor === null ? 'sign_in_token' : 'actor_token'
  return new ApiError(status === 'revoked' ? `${kind}_revoked_code` : `${kind}_already_used_code`, {
    paramName: 'ticket',
  })
}
