import type { SignUpFields } from '@usher/protocol'
import type { Updateable } from 'kysely'
import { ApiError } from '../api-error.ts'
import type { SignUpRow, SignUpTable } from '../database/schema/sign-ups.ts'
import type { Deps } from '../deps.ts'
import { contacts } from '../identifiers/contact.ts'
import { isContactClaimed } from '../stores/contact-store.ts'
import { findInvitation } from '../stores/invitation-store.ts'
import { openInvitation } from './take-up-invitation.ts'

const kind = 'email_address'

/** What a sign-up takes from an invitation. */
export type InvitedFields = {
  /** What was given besides. */
  fields: SignUpFields
  columns: Updateable<SignUpTable>
  /** The address in normal form that the ticket proves; null without a new ticket. */
  verified: string | null
}

/**
 * Reads the ticket among the fields of a sign-up. Who has an invitation signs up with its address, which the ticket has
 * proved, and with no other.
 */
export async function invitedFields(
  deps: Deps,
  given: SignUpFields,
  before: Pick<SignUpRow, 'invitation_id'> | null,
): Promise<InvitedFields> {
  const { ticket, strategy, ...rest } = given
  if (strategy === 'ticket' && ticket === undefined)
    throw new ApiError('form_param_missing', { paramName: 'ticket' })
  const opened = ticket === undefined ? null : await openInvitation(deps, ticket)
  const known = before?.invitation_id ? await findInvitation(deps.db, before.invitation_id) : null
  const invitation = opened ?? known
  if (!invitation) return { fields: given, columns: {}, verified: null }
  const { email_address: address, ...fields } = rest
  const { email_address_norm: norm } = invitation
  if (address !== undefined && contacts[kind].normalize(address, deps.settings) !== norm)
    throw new ApiError('form_param_value_invalid', {
      paramName: kind,
      longMessage: `This invitation is for ${invitation.email_address}.`,
    })
  const others = { ...fields, ...(strategy === 'ticket' ? {} : { strategy }) }
  if (!opened) return { fields: others, columns: {}, verified: null }
  // Whoever holds the ticket reads the mail of this address, and may know that it has an account.
  if (await isContactClaimed(deps.db, norm)) throw new ApiError('form_identifier_exists', { paramName: kind })
  const columns = {
    email_address: invitation.email_address,
    email_address_norm: norm,
    invitation_id: invitation.id,
  }
  return { fields: others, columns, verified: norm }
}
