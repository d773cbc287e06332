import { ApiError } from '../api-error.ts'
import type { ContactKind, ContactRow } from '../database/schema/contacts.ts'
import { inTransaction } from '../database/transaction.ts'
import type { Deps } from '../deps.ts'
import { contacts } from '../identifiers/contact.ts'
import { loadPhoneNumbers } from '../identifiers/phone-number.ts'
import { deleteUnclaimedContacts, insertContact, isContactClaimed } from '../stores/contact-store.ts'
import { updateUser } from '../stores/user-store.ts'
import { announceUser } from './announce-user.ts'
import { choosePrimaryContact } from './choose-primary-contact.ts'
import { newContact } from './new-contact.ts'
import { type ContactView, readContact } from './read-contact.ts'
import { readUser } from './read-user.ts'
import { refuseTaken } from './refuse-taken.ts'
import { writeReservation } from './reserve-number.ts'
import { noticeOfNewPrimary } from './send-notice.ts'
import { writeAudit } from './write-audit.ts'

export type AddContactInput = {
  kind: ContactKind
  userId: string
  value: string
  isVerified: boolean
  isPrimary: boolean
  /** Keeps a phone number for the second step. */
  isReserved?: boolean | undefined
  /** Tells the owner at the old primary address when this one takes its place. */
  notifiesOwner?: boolean
}

/** Gives a user an address or a phone number for a backend, which may vouch for it; the first verified one becomes the primary one. */
export async function addContact(deps: Deps, input: AddContactInput): Promise<ContactView> {
  const { kind } = input
  if (kind === 'phone_number') await loadPhoneNumbers()
  const paramName = kind
  const before = await readUser(deps, input.userId)
  const { user, contacts: own } = before
  const normal = contacts[kind].normalize(input.value, deps.settings)
  if (normal === null)
    throw new ApiError('form_param_format_invalid', { paramName, longMessage: contacts[kind].form })
  if (own.some((row) => row.value_norm === normal)) throw new ApiError('identification_exists', { paramName })
  if (await isContactClaimed(deps.db, normal)) throw new ApiError('form_identifier_exists', { paramName })
  const createdAt = Math.max(deps.clock.now(), ...own.map((row) => row.created_at + 1))
  const status = input.isVerified ? 'verified' : 'unverified'
  const row = newContact(deps, { kind, userId: user.id, value: input.value, norm: normal, status, createdAt })
  await refuseTaken(kind, () => insert(deps, row, input))
  announceUser(deps, user.id, 'user.updated')
  if (input.notifiesOwner) await noticeOfNewPrimary(deps, before)
  return readContact(deps, { kind, userId: user.id, id: row.id })
}

const insert = (deps: Deps, row: ContactRow, { isPrimary, isReserved }: AddContactInput) =>
  inTransaction(deps.db, async (trx) => {
    const { id, kind, user_id: userId } = row
    const isVerified = row.verified_at !== null
    const user = await updateUser(trx, userId, { updated_at: deps.clock.now() })
    if (!user) throw new ApiError('resource_not_found')
    await insertContact(trx, row)
    if (isVerified) await deleteUnclaimedContacts(trx, row.value_norm, userId)
    if (isPrimary || (isVerified && user[contacts[kind].primaryColumn] === null))
      await choosePrimaryContact(deps, trx, { kind, userId, id, paramName: 'primary' })
    await writeAudit(deps, trx, { event: `${kind}_added`, userId })
    if (isReserved !== undefined)
      await writeReservation(deps, trx, { userId, id, isReserved, isDefault: false })
  })
