import { ApiError } from '../api-error.ts'
import { checkCode } from '../codes/check-code.ts'
import type { ClientRow } from '../database/schema/clients.ts'
import { inTransaction } from '../database/transaction.ts'
import type { Deps } from '../deps.ts'
import type { Device } from '../devices/describe-device.ts'
import { verifyOpenSignUp } from '../stores/sign-up-store.ts'
import { completeSignUp, finishSignUp, type SignUpStep } from './complete-sign-up.ts'
import { openSignUp } from './open-sign-up.ts'

export type AttemptSignUpInput = {
  client: ClientRow
  device: Device
  id: string
  strategy: string
  code: string | undefined
}

/** Verifies the address of a sign-up with its code; code, user and session are written together or not at all. */
export async function attemptSignUpVerification(
  deps: Deps,
  { client, device, id, strategy, code }: AttemptSignUpInput,
): Promise<SignUpStep> {
  const open = await openSignUp(deps, client, id, 'verification_already_verified')
  if (strategy !== 'email_code') throw new ApiError('form_param_value_invalid', { paramName: 'strategy' })
  const owner = { owner: 'sign_up', ownerId: id, strategy } as const
  const proof = await checkCode(deps, { ...owner, code, addressNorm: open.email_address_norm })
  return finishSignUp(deps, open.username_norm, () =>
    inTransaction(deps.db, async (trx) => {
      await proof.consume(trx)
      const now = deps.clock.now()
      const verified = { email_verified_at: now, email_verified_at_client: client.id, updated_at: now }
      const signUp = await verifyOpenSignUp(trx, id, proof.targetNorm, verified)
      if (!signUp) throw new ApiError('sign_up_cannot_be_updated')
      return completeSignUp(deps, trx, { signUp, client, device })
    }),
  )
}
