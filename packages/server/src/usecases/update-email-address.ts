import { ApiError } from '../api-error.ts'
import { inTransaction } from '../database/transaction.ts'
import type { Deps } from '../deps.ts'
import {
  deleteUnclaimedEmailAddresses,
  updateEmailAddress as updateRow,
} from '../stores/email-address-store.ts'
import { updateUser } from '../stores/user-store.ts'
import { announceUser } from './announce-user.ts'
import { choosePrimaryEmailAddress } from './choose-primary-email-address.ts'
import { type EmailAddressView, readAnyEmailAddress } from './read-email-address.ts'
import { refuseTaken } from './refuse-taken.ts'
import { writeAudit } from './write-audit.ts'

export type UpdateEmailAddressInput = { id: string; isVerified: boolean | undefined; isPrimary: boolean }

/** Vouches for an address or makes it the primary one, for a backend. */
export async function updateEmailAddress(
  deps: Deps,
  { id, isVerified, isPrimary }: UpdateEmailAddressInput,
): Promise<EmailAddressView> {
  const { emailAddress } = await readAnyEmailAddress(deps, id)
  const { user_id: userId, verified_at: verifiedAt } = emailAddress
  if (isVerified === false && verifiedAt !== null)
    throw new ApiError('form_param_value_invalid', {
      paramName: 'verified',
      longMessage: 'An address that is verified stays so. Delete it, and add it again unverified.',
    })
  await refuseTaken('email_address', () =>
    inTransaction(deps.db, async (trx) => {
      const now = deps.clock.now()
      const user = await updateUser(trx, userId, { updated_at: now })
      if (!user) throw new ApiError('resource_not_found')
      if (isVerified && verifiedAt === null) {
        const proof = { verified_at: now, verification_strategy: 'admin', claimed: 1, updated_at: now }
        await updateRow(trx, id, proof)
        await deleteUnclaimedEmailAddresses(trx, emailAddress.value_norm, userId)
        await writeAudit(deps, trx, { event: 'email_address_verified', userId })
      }
      if (isPrimary || (isVerified && user.primary_email_address_id === null))
        await choosePrimaryEmailAddress(deps, trx, userId, id, 'primary')
    }),
  )
  announceUser(deps, userId, 'user.updated')
  return readAnyEmailAddress(deps, id)
}
