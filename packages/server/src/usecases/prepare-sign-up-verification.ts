import { ApiError } from '../api-error.ts'
import { sendCode } from '../codes/send-code.ts'
import type { ClientRow } from '../database/schema/clients.ts'
import type { SignUpRow } from '../database/schema/sign-ups.ts'
import type { Deps } from '../deps.ts'
import { isEmailAddressClaimed } from '../stores/email-address-store.ts'
import { openSignUp } from './open-sign-up.ts'

/** Sends the code that verifies the address of a sign-up. */
export async function prepareSignUpVerification(
  deps: Deps,
  { client, id, strategy }: { client: ClientRow; id: string; strategy: string },
): Promise<SignUpRow> {
  const signUp = await openSignUp(deps, client, id, 'verification_already_verified')
  if (strategy !== 'email_code') throw new ApiError('form_param_value_invalid', { paramName: 'strategy' })
  const { email_address_norm: addressNorm } = signUp
  if (addressNorm === null) throw new ApiError('form_param_nil', { paramName: 'email_address' })
  if (signUp.email_verified_at !== null) throw new ApiError('verification_already_verified')
  const isTaken = await isEmailAddressClaimed(deps.db, addressNorm)
  if (isTaken && !deps.settings.enumerationProtection)
    throw new ApiError('form_identifier_exists', { paramName: 'email_address' })
  await sendCode(deps, {
    owner: 'sign_up',
    ownerId: id,
    strategy,
    purpose: 'sign_up',
    addressNorm,
    addressId: null,
    content: isTaken ? 'account_exists' : 'code',
  })
  return signUp
}
