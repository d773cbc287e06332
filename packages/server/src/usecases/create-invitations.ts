import type { CreateInvitationFields } from '@usher/protocol'
import { ApiError } from '../api-error.ts'
import type { InvitationRow } from '../database/schema/invitations.ts'
import { type Connection, DuplicateError, inTransaction, mapDuplicate } from '../database/transaction.ts'
import type { Deps } from '../deps.ts'
import { contacts } from '../identifiers/contact.ts'
import { invitationMail } from '../mail/invitation-mail.ts'
import { readMetadata } from '../metadata/read-metadata.ts'
import { reasonOf } from '../reason-of.ts'
import { readRedirectUrl } from '../redirects/read-redirect-url.ts'
import { isContactClaimed } from '../stores/contact-store.ts'
import {
  deleteInvitation,
  findOpenInvitation,
  freeExpiredInvitation,
  insertInvitation,
} from '../stores/invitation-store.ts'
import { createId } from '../tokens/id.ts'
import { createTicketToken, digestTicketToken } from '../tokens/ticket-token.ts'
import { writeAudit } from './write-audit.ts'

const kind = 'email_address'
const day = 86_400_000
const usualDays = 30

/** An invitation and its token, which is shown this once. */
export type CreatedInvitation = { invitation: InvitationRow; token: string }

/** An invitation that is ready to be written. */
export type NewInvitation = CreatedInvitation & {
  days: number
  isFree: boolean
  notifies: boolean
  isFromWaitlist: boolean
}

/**
 * Invites people for a backend, all of them or none, and sends each a mail. Without `ignore_existing` whoever is invited
 * already throws `duplicate_record`, and whoever has an account `form_identifier_exists`.
 */
export async function createInvitations(
  deps: Deps,
  list: CreateInvitationFields[],
): Promise<CreatedInvitation[]> {
  const given = await Promise.all(list.map((fields) => readInvitation(deps, fields)))
  await inTransaction(deps.db, async (trx) => {
    for (const one of given) await writeInvitation(deps, trx, one)
  })
  await sendInvitations(deps, given)
  return given
}

/** Checks what a backend says of an invitation; throws before anything is stored. */
export async function readInvitation(deps: Deps, fields: CreateInvitationFields): Promise<NewInvitation> {
  const { settings, clock, random, vault, place } = deps
  if (!settings.emailAddress.enabled)
    throw new ApiError('feature_not_enabled', {
      longMessage: 'People are invited by mail, and addresses are switched off here (setting emailAddress).',
    })
  const norm = contacts[kind].normalize(fields.email_address, settings)
  if (norm === null)
    throw new ApiError('form_param_format_invalid', { paramName: kind, longMessage: contacts[kind].form })
  const redirectUrl = fields.redirect_url === undefined ? null : readRedirectUrl(place, fields.redirect_url)
  if (redirectUrl === null && settings.signUpUrl === '')
    throw new ApiError('form_param_missing', {
      paramName: 'redirect_url',
      longMessage:
        'Name the page on which people sign up, here or for all with signUpUrl (USHER_SIGN_UP_URL).',
    })
  const now = clock.now()
  const days = fields.expires_in_days ?? usualDays
  const token = createTicketToken(random)
  const isFree = fields.ignore_existing ?? false
  return {
    token,
    days,
    isFree,
    notifies: fields.notify ?? true,
    isFromWaitlist: fields.template_slug === 'waitlist_invitation',
    invitation: {
      id: createId(random, 'inv'),
      email_address: fields.email_address.trim(),
      email_address_norm: norm,
      token_digest: await digestTicketToken(vault, token),
      status: 'pending',
      pending_key: isFree ? null : norm,
      public_metadata: await readMetadata(deps, 'public_metadata', fields.public_metadata ?? {}),
      redirect_url: redirectUrl,
      expire_at: now + days * day,
      created_at: now,
      updated_at: now,
    },
  }
}

/** Writes an invitation; throws when there is one already that it may not stand beside. */
export async function writeInvitation(
  deps: Deps,
  trx: Connection,
  { invitation, isFree }: Pick<NewInvitation, 'invitation' | 'isFree'>,
): Promise<void> {
  const { email_address: address, email_address_norm: norm, created_at: now } = invitation
  if (!isFree) {
    if (await isContactClaimed(trx, norm))
      throw new ApiError('form_identifier_exists', {
        paramName: kind,
        longMessage: `${address} has an account already.`,
        meta: { email_addresses: [address] },
      })
    await freeExpiredInvitation(trx, norm, now)
    if (await findOpenInvitation(trx, norm, now)) throw invitedAlready(address)
  }
  try {
    await mapDuplicate(() => insertInvitation(trx, invitation))
  } catch (error) {
    throw error instanceof DuplicateError ? invitedAlready(address) : error
  }
  await writeAudit(deps, trx, { event: 'invitation_created', userId: null })
}

/** Sends the mails of invitations after the commit; those that cannot be sent are no invitations. */
export async function sendInvitations(deps: Deps, given: NewInvitation[]): Promise<void> {
  const failed: string[] = []
  for (const one of given) {
    const { id, email_address, email_address_norm: to } = one.invitation
    if (!one.notifies || (deps.settings.testMode && contacts[kind].isForTests(to))) continue
    const { days, isFromWaitlist } = one
    const name = deps.settings.applicationName
    const link = linkOfInvitation(deps, one.token)
    try {
      await deps.mail.send(invitationMail({ to, link, name, days, isFromWaitlist }))
    } catch (error) {
      deps.log.warn({ event: 'mail_failed', reason: reasonOf(error) }, 'an invitation could not be sent')
      await deleteInvitation(deps.db, id)
      failed.push(email_address)
    }
  }
  if (failed.length > 0) throw new ApiError('mail_delivery_failed', { meta: { email_addresses: failed } })
}

/** The address that takes somebody to the page which takes the ticket. */
export const linkOfInvitation = ({ place }: Deps, token: string): string =>
  `${place.ownOrigin}/v1/tickets/accept?ticket=${token}`

const invitedAlready = (address: string) =>
  new ApiError('duplicate_record', {
    paramName: kind,
    longMessage: `${address} is invited already. Revoke that invitation, or invite with ignore_existing.`,
    meta: { email_addresses: [address] },
  })
