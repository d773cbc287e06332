import { ApiError } from '../api-error.ts'
import type { ContactKind } from '../database/schema/contacts.ts'
import { inTransaction } from '../database/transaction.ts'
import type { Deps } from '../deps.ts'
import { updateUser } from '../stores/user-store.ts'
import { announceUser } from './announce-user.ts'
import { choosePrimaryContact } from './choose-primary-contact.ts'
import { type ContactView, readAnyContact } from './read-contact.ts'
import { readUser } from './read-user.ts'
import { refuseTaken } from './refuse-taken.ts'
import { writeReservation } from './reserve-number.ts'
import { noticeOfNewPrimary } from './send-notice.ts'
import { verifyContact } from './verify-contact.ts'

export type UpdateContactInput = {
  kind: ContactKind
  id: string
  isVerified: boolean | undefined
  isPrimary: boolean
  /** Keeps a phone number for the second step, or no longer. */
  isReserved?: boolean | undefined
  /** Tells the owner at the old primary address when this one takes its place. */
  notifiesOwner?: boolean
}

/** Vouches for an address or number, or makes it the primary one, for a backend. */
export async function updateContact(
  deps: Deps,
  { kind, id, isVerified, isPrimary, isReserved, notifiesOwner = false }: UpdateContactInput,
): Promise<ContactView> {
  const { contact } = await readAnyContact(deps, kind, id)
  const { user_id: userId, verified_at: verifiedAt } = contact
  if (isVerified === false && verifiedAt !== null)
    throw new ApiError('form_param_value_invalid', {
      paramName: 'verified',
      longMessage: 'What is verified stays so. Delete it, and add it again unverified.',
    })
  const before = await readUser(deps, userId)
  await refuseTaken(kind, () =>
    inTransaction(deps.db, async (trx) => {
      const user = await updateUser(trx, userId, { updated_at: deps.clock.now() })
      if (!user) throw new ApiError('resource_not_found')
      if (isVerified && verifiedAt === null)
        await verifyContact(deps, trx, { user, contact, strategy: 'admin' })
      if (isPrimary) await choosePrimaryContact(deps, trx, { kind, userId, id, paramName: 'primary' })
      if (isReserved !== undefined)
        await writeReservation(deps, trx, { userId, id, isReserved, isDefault: false })
    }),
  )
  announceUser(deps, userId, 'user.updated')
  if (notifiesOwner) await noticeOfNewPrimary(deps, before)
  return readAnyContact(deps, kind, id)
}
