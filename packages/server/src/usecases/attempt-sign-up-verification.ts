import { ApiError } from '../api-error.ts'
import { checkCode } from '../codes/check-code.ts'
import type { ClientRow } from '../database/schema/clients.ts'
import { contactKinds } from '../database/schema/contacts.ts'
import { inTransaction } from '../database/transaction.ts'
import type { Deps } from '../deps.ts'
import type { Device } from '../devices/describe-device.ts'
import { contacts } from '../identifiers/contact.ts'
import { verifyOpenSignUp } from '../stores/sign-up-store.ts'
import { completeSignUp, finishSignUp, type SignUpStep } from './complete-sign-up.ts'
import { openSignUp } from './open-sign-up.ts'
import { contactOf } from './sign-up-requirements.ts'

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
  const open = await openSignUp(deps, client, id, 'verification_already_verified')
  const kind = contactKinds.find((candidate) => contacts[candidate].strategy === strategy)
  if (!kind) throw new ApiError('form_param_value_invalid', { paramName: 'strategy' })
  const owner = { owner: 'sign_up', ownerId: id, strategy } as const
  const proof = await checkCode(deps, { ...owner, code, addressNorm: contactOf(open, kind).norm })
  return finishSignUp(deps, open, () =>
    inTransaction(deps.db, async (trx) => {
      await proof.consume(trx)
      const now = deps.clock.now()
      const verified = { at: now, clientId: client.id, norm: proof.targetNorm }
      const signUp = await verifyOpenSignUp(trx, id, kind, verified)
      if (!signUp) throw new ApiError('sign_up_cannot_be_updated')
      return completeSignUp(deps, trx, { signUp, client, device })
    }),
  )
}
