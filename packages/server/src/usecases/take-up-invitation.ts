import { ApiError } from '../api-error.ts'
import type { InvitationRow } from '../database/schema/invitations.ts'
import type { UserRow } from '../database/schema/users.ts'
import type { Connection } from '../database/transaction.ts'
import type { Deps } from '../deps.ts'
import { listContacts } from '../stores/contact-store.ts'
import { findInvitation, findInvitationByToken, settleInvitation } from '../stores/invitation-store.ts'
import { findUserByContact } from '../stores/user-store.ts'
import { digestTicketToken } from '../tokens/ticket-token.ts'

const paramName = 'ticket'

/** The invitation that a ticket belongs to, whatever became of it; undefined when it is the ticket of none. */
export const findInvitationOf = async (
  { db, vault }: Deps,
  ticket: string,
): Promise<InvitationRow | undefined> => findInvitationByToken(db, await digestTicketToken(vault, ticket))

/** An invitation that may still be accepted. Throws `ticket_invalid_code`, `ticket_expired_code`, and when it was accepted or revoked. */
export async function openInvitation(deps: Deps, ticket: string): Promise<InvitationRow> {
  const invitation = await findInvitationOf(deps, ticket)
  if (!invitation) throw new ApiError('ticket_invalid_code', { paramName })
  if (invitation.status !== 'pending') throw ended(invitation)
  if (invitation.expire_at <= deps.clock.now()) throw new ApiError('ticket_expired_code', { paramName })
  return invitation
}

/** Who has proved to own the address of an invitation and has an account; undefined when nobody has. */
export async function findInvited(
  { db }: Deps,
  { email_address_norm: norm }: InvitationRow,
): Promise<UserRow | undefined> {
  const user = await findUserByContact(db, norm)
  const own = user ? await listContacts(db, [user.id]) : []
  return own.some((row) => row.value_norm === norm && row.verified_at !== null) ? user : undefined
}

/** Uses an invitation up, once; who began with it in time may end after it. */
export async function acceptInvitation(deps: Deps, trx: Connection, id: string): Promise<InvitationRow> {
  const accepted = await settleInvitation(trx, id, { status: 'accepted', at: deps.clock.now() })
  if (accepted) return accepted
  const invitation = await findInvitation(trx, id)
  throw invitation ? ended(invitation) : new ApiError('ticket_invalid_code', { paramName })
}

const ended = ({ status }: InvitationRow) =>
  new ApiError(status === 'revoked' ? 'invitation_revoked_code' : 'invitation_already_accepted_code', {
    paramName,
  })
