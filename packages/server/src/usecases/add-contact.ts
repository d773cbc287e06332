import { ApiError } from '../api-error.ts'
import type { ContactKind } from '../database/schema/contacts.ts'
import { inTransaction } from '../database/transaction.ts'
import type { Deps } from '../deps.ts'
import { contacts } from '../identifiers/contact.ts'
import { loadPhoneNumbers } from '../identifiers/phone-number.ts'
import { deleteUnclaimedContacts, insertContact, isContactClaimed } from '../stores/contact-store.ts'
import { updateUser } from '../stores/user-store.ts'
import { createId } from '../tokens/id.ts'
import { announceUser } from './announce-user.ts'
import { choosePrimaryContact } from './choose-primary-contact.ts'
import { type ContactView, readContact } from './read-contact.ts'
import { readUser } from './read-user.ts'
import { refuseTaken } from './refuse-taken.ts'
import { writeAudit } from './write-audit.ts'

export type AddContactInput = {
  kind: ContactKind
  userId: string
  value: string
  isVerified: boolean
  isPrimary: boolean
}

/** Gives a user an address or a phone number for a backend, which may vouch for it; the first verified one becomes the primary one. */
export async function addContact(deps: Deps, input: AddContactInput): Promise<ContactView> {
  const { kind } = input
  if (kind === 'phone_number') await loadPhoneNumbers()
  const paramName = kind
  const { user, contacts: own } = await readUser(deps, input.userId)
  const normal = contacts[kind].normalize(input.value)
  if (normal === null)
    throw new ApiError('form_param_format_invalid', { paramName, longMessage: contacts[kind].form })
  if (own.some((row) => row.value_norm === normal)) throw new ApiError('identification_exists', { paramName })
  if (await isContactClaimed(deps.db, normal)) throw new ApiError('form_identifier_exists', { paramName })
  const latest = Math.max(deps.clock.now(), ...own.map((row) => row.created_at + 1))
  const id = createId(deps.random, 'idn')
  await refuseTaken(kind, () => insert(deps, { ...input, id, normal, createdAt: latest }))
  announceUser(deps, user.id, 'user.updated')
  return readContact(deps, { kind, userId: user.id, id })
}

type Row = AddContactInput & { id: string; normal: string; createdAt: number }

const insert = (deps: Deps, { kind, id, userId, value, normal, createdAt, isVerified, isPrimary }: Row) =>
  inTransaction(deps.db, async (trx) => {
    const now = deps.clock.now()
    const user = await updateUser(trx, userId, { updated_at: now })
    if (!user) throw new ApiError('resource_not_found')
    await insertContact(trx, {
      id,
      kind,
      user_id: userId,
      value: kind === 'phone_number' ? normal : value.trim(),
      value_norm: normal,
      verified_at: isVerified ? now : null,
      verification_strategy: isVerified ? 'admin' : null,
      verified_at_client: null,
      claimed: isVerified ? 1 : 0,
      created_at: createdAt,
      updated_at: now,
    })
    if (isVerified) await deleteUnclaimedContacts(trx, normal, userId)
    if (isPrimary || (isVerified && user[contacts[kind].primaryColumn] === null))
      await choosePrimaryContact(deps, trx, { kind, userId, id, paramName: 'primary' })
    await writeAudit(deps, trx, { event: `${kind}_added`, userId })
  })
