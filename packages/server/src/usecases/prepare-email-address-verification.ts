import { ApiError } from '../api-error.ts'
import { sendCode } from '../codes/send-code.ts'
import type { Deps } from '../deps.ts'
import { isEmailAddressClaimed } from '../stores/email-address-store.ts'
import { type EmailAddressView, readEmailAddress } from './read-email-address.ts'

export type PrepareEmailAddressInput = { userId: string; id: string; strategy: string }

/** Sends the code that verifies an address of the account. */
export async function prepareEmailAddressVerification(
  deps: Deps,
  { userId, id, strategy }: PrepareEmailAddressInput,
): Promise<EmailAddressView> {
  const { emailAddress } = await readEmailAddress(deps, userId, id)
  if (strategy !== 'email_code') throw new ApiError('form_param_value_invalid', { paramName: 'strategy' })
  if (emailAddress.verified_at !== null) throw new ApiError('verification_already_verified')
  const isTaken =
    emailAddress.claimed === 0 && (await isEmailAddressClaimed(deps.db, emailAddress.value_norm))
  if (isTaken && !deps.settings.enumerationProtection)
    throw new ApiError('form_identifier_exists', { paramName: 'email_address' })
  await sendCode(deps, {
    owner: 'email_address',
    ownerId: id,
    strategy,
    purpose: 'email_address',
    addressNorm: emailAddress.value_norm,
    addressId: id,
    content: isTaken ? 'account_exists' : 'code',
  })
  return readEmailAddress(deps, userId, id)
}
