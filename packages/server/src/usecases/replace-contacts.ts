import { ApiError } from '../api-error.ts'
import type { ContactKind, ContactRow } from '../database/schema/contacts.ts'
import { inTransaction } from '../database/transaction.ts'
import type { Deps } from '../deps.ts'
import { contacts } from '../identifiers/contact.ts'
import { loadPhoneNumbers } from '../identifiers/phone-number.ts'
import {
  deleteContact,
  deleteUnclaimedContacts,
  insertContact,
  listContacts,
} from '../stores/contact-store.ts'
import { updateUser } from '../stores/user-store.ts'
import { deleteContactVerifications } from '../stores/verification-store.ts'
import { announceUser } from './announce-user.ts'
import { type ContactStatus, newContact } from './new-contact.ts'
import { type ContactView, readAnyContact } from './read-contact.ts'
import { readUser } from './read-user.ts'
import { refuseTaken } from './refuse-taken.ts'
import { noticeOfNewPrimary } from './send-notice.ts'
import { settleSecondFactors } from './settle-second-factors.ts'
import { writeAudit } from './write-audit.ts'

export type ReplaceContactsInput = {
  kind: ContactKind
  userId: string
  value: string
  status: ContactStatus
  /** Tells the owner at the old primary address when this one takes its place. */
  notifiesOwner?: boolean
}

/**
 * Puts one address or phone number in the place of all that a user has of that kind, for a backend. It is the primary
 * one unless it is unverified; then the user may be left without a way to sign in.
 */
export async function replaceContacts(
  deps: Deps,
  { kind, userId, value, status, notifiesOwner = false }: ReplaceContactsInput,
): Promise<ContactView> {
  if (kind === 'phone_number') await loadPhoneNumbers()
  const paramName = kind
  const norm = contacts[kind].normalize(value, deps.settings)
  if (norm === null)
    throw new ApiError('form_param_format_invalid', { paramName, longMessage: contacts[kind].form })
  const before = await readUser(deps, userId)
  const row = newContact(deps, { kind, userId, value, norm, status, createdAt: deps.clock.now() })
  await refuseTaken(kind, () => replace(deps, row))
  announceUser(deps, userId, 'user.updated')
  if (notifiesOwner) await noticeOfNewPrimary(deps, before)
  return readAnyContact(deps, kind, row.id)
}

const replace = (deps: Deps, row: ContactRow): Promise<void> =>
  inTransaction(deps.db, async (trx) => {
    const { kind, user_id: userId, claimed } = row
    const user = await updateUser(trx, userId, {
      [contacts[kind].primaryColumn]: claimed === 1 ? row.id : null,
      updated_at: deps.clock.now(),
    })
    if (!user) throw new ApiError('resource_not_found')
    for (const old of await listContacts(trx, [userId])) {
      if (old.kind !== kind) continue
      await deleteContactVerifications(trx, old.id)
      await deleteContact(trx, old.id)
      await writeAudit(deps, trx, { event: `${kind}_removed`, userId })
    }
    await insertContact(trx, row)
    if (claimed === 1) await deleteUnclaimedContacts(trx, row.value_norm, userId)
    await settleSecondFactors(deps, trx, userId)
    await writeAudit(deps, trx, { event: `${kind}_added`, userId })
  })
