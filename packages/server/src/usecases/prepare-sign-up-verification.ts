import { ApiError } from '../api-error.ts'
import { sendProof, type WantedLink } from '../codes/send-proof.ts'
import type { ClientRow } from '../database/schema/clients.ts'
import type { SignUpRow } from '../database/schema/sign-ups.ts'
import type { Deps } from '../deps.ts'
import { isContactClaimed } from '../stores/contact-store.ts'
import { openSignUp } from './open-sign-up.ts'
import { contactOf, kindVerifiedBy } from './sign-up-requirements.ts'

export type PrepareSignUpInput = {
  client: ClientRow
  id: string
  strategy: string
  link?: WantedLink | undefined
}

/** Sends the code or the link that verifies the address or the number of a sign-up. */
export async function prepareSignUpVerification(
  deps: Deps,
  { client, id, strategy, link }: PrepareSignUpInput,
): Promise<SignUpRow> {
  const signUp = await openSignUp(deps, client, id, 'verification_already_verified')
  const kind = kindVerifiedBy(deps.settings, strategy)
  if (!kind) throw new ApiError('form_param_value_invalid', { paramName: 'strategy' })
  const { norm: addressNorm, verifiedAt } = contactOf(signUp, kind)
  if (addressNorm === null) throw new ApiError('form_param_nil', { paramName: kind })
  if (verifiedAt !== null) throw new ApiError('verification_already_verified')
  const isTaken = await isContactClaimed(deps.db, addressNorm)
  if (isTaken && !deps.settings.enumerationProtection)
    throw new ApiError('form_identifier_exists', { paramName: kind })
  await sendProof(deps, {
    owner: 'sign_up',
    ownerId: id,
    strategy,
    purpose: 'sign_up',
    kind,
    addressNorm,
    addressId: null,
    content: isTaken ? 'account_exists' : 'code',
    link,
  })
  return signUp
}
