import { ApiError } from '../api-error.ts'
import { checkCode, type Proof } from '../codes/check-code.ts'
import type { ClientRow } from '../database/schema/clients.ts'
import type { ContactKind } from '../database/schema/contacts.ts'
import { inTransaction } from '../database/transaction.ts'
import type { Deps } from '../deps.ts'
import type { Device } from '../devices/describe-device.ts'
import { contacts } from '../identifiers/contact.ts'
import { verifyOpenSignUp } from '../stores/sign-up-store.ts'
import {
  type CompleteSignUpInput,
  completeSignUp,
  finishSignUp,
  type SignUpStep,
} from './complete-sign-up.ts'
import { openSignUp } from './open-sign-up.ts'
import { contactOf, kindVerifiedBy } from './sign-up-requirements.ts'

export type AttemptSignUpInput = {
  client: ClientRow
  device: Device
  id: string
  strategy: string
  code: string | undefined
}

/** Verifies the address or the number of a sign-up with its code; code, user and session are written together or not at all. */
export async function attemptSignUpVerification(
  deps: Deps,
  { client, device, id, strategy, code }: AttemptSignUpInput,
): Promise<SignUpStep> {
  const signUp = await openSignUp(deps, client, id, 'verification_already_verified')
  const kind = kindVerifiedBy(deps.settings, strategy)
  // A link is confirmed where it was opened; there is nothing to type in.
  if (kind === undefined || strategy !== contacts[kind].strategy)
    throw new ApiError('form_param_value_invalid', { paramName: 'strategy' })
  const owner = { owner: 'sign_up', ownerId: id, strategy } as const
  const proof = await checkCode(deps, { ...owner, code, addressNorm: contactOf(signUp, kind).norm })
  return verifySignUp(deps, { signUp, client, device, kind, proof, provedBy: client.id })
}

export type VerifySignUpInput = CompleteSignUpInput & {
  kind: ContactKind
  proof: Proof
  /** Client of the browser in which it was proved; null when that is not known. */
  provedBy: string | null
}

/** Notes in an open sign-up that its address or number is proved, and ends it when nothing is missing any more. */
export const verifySignUp = (
  deps: Deps,
  { kind, proof, provedBy, ...input }: VerifySignUpInput,
): Promise<SignUpStep> =>
  finishSignUp(deps, input.signUp, () =>
    inTransaction(deps.db, async (trx) => {
      await proof.consume(trx)
      const verified = { at: deps.clock.now(), clientId: provedBy, norm: proof.targetNorm }
      const signUp = await verifyOpenSignUp(trx, input.signUp.id, kind, verified)
      if (!signUp) throw new ApiError('sign_up_cannot_be_updated')
      return completeSignUp(deps, trx, { ...input, signUp })
    }),
  )
