import { ApiError } from '../api-error.ts'
import type { ContactKind } from '../database/schema/contacts.ts'
import { inTransaction } from '../database/transaction.ts'
import type { Deps } from '../deps.ts'
import { contacts } from '../identifiers/contact.ts'
import { deleteUnclaimedContacts, updateContact as updateRow } from '../stores/contact-store.ts'
import { updateUser } from '../stores/user-store.ts'
import { announceUser } from './announce-user.ts'
import { choosePrimaryContact } from './choose-primary-contact.ts'
import { type ContactView, readAnyContact } from './read-contact.ts'
import { refuseTaken } from './refuse-taken.ts'
import { writeAudit } from './write-audit.ts'

export type UpdateContactInput = {
  kind: ContactKind
  id: string
  isVerified: boolean | undefined
  isPrimary: boolean
}

/** Vouches for an address or number, or makes it the primary one, for a backend. */
export async function updateContact(
  deps: Deps,
  { kind, id, isVerified, isPrimary }: UpdateContactInput,
): Promise<ContactView> {
  const { contact } = await readAnyContact(deps, kind, id)
  const { user_id: userId, verified_at: verifiedAt } = contact
  if (isVerified === false && verifiedAt !== null)
    throw new ApiError('form_param_value_invalid', {
      paramName: 'verified',
      longMessage: 'What is verified stays so. Delete it, and add it again unverified.',
    })
  await refuseTaken(kind, () =>
    inTransaction(deps.db, async (trx) => {
      const now = deps.clock.now()
      const user = await updateUser(trx, userId, { updated_at: now })
      if (!user) throw new ApiError('resource_not_found')
      if (isVerified && verifiedAt === null) {
        const proof = { verified_at: now, verification_strategy: 'admin', claimed: 1, updated_at: now }
        await updateRow(trx, id, proof)
        await deleteUnclaimedContacts(trx, contact.value_norm, userId)
        await writeAudit(deps, trx, { event: `${kind}_verified`, userId })
      }
      if (isPrimary || (isVerified && user[contacts[kind].primaryColumn] === null))
        await choosePrimaryContact(deps, trx, { kind, userId, id, paramName: 'primary' })
    }),
  )
  announceUser(deps, userId, 'user.updated')
  return readAnyContact(deps, kind, id)
}
