import { ApiError } from '../api-error.ts'
import type { Connection } from '../database/transaction.ts'
import type { Deps } from '../deps.ts'
import { findEmailAddress } from '../stores/email-address-store.ts'
import { updateUser } from '../stores/user-store.ts'

/**
 * Makes a verified address of a user the primary one. The caller has written the user's row in this transaction
 * before, so that nobody removes the address at the same moment.
 */
export async function choosePrimaryEmailAddress(
  deps: Deps,
  trx: Connection,
  userId: string,
  id: string,
  paramName = 'primary_email_address_id',
): Promise<void> {
  const address = await findEmailAddress(trx, id, userId)
  if (!address) throw new ApiError('resource_not_found', { paramName })
  if (address.verified_at === null)
    throw new ApiError('form_param_value_invalid', {
      paramName,
      longMessage: 'Verify the address before you make it the primary one.',
    })
  await updateUser(trx, userId, { primary_email_address_id: id, updated_at: deps.clock.now() })
}
