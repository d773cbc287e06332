import { ApiError } from '../api-error.ts'
import type { ClientRow } from '../database/schema/clients.ts'
import type { SignInRow } from '../database/schema/sign-ins.ts'
import type { Deps } from '../deps.ts'
import type { PrepareInput } from '../strategies/strategy-handler.ts'
import { firstFactorHandler, openSignIn, refuseOtherStatus } from './open-sign-in.ts'

export type PrepareFirstFactorInput = PrepareInput & { client: ClientRow; id: string; strategy: string }

/** Sends what a first factor needs: the code by email or text message, or the link. */
export async function prepareFirstFactor(deps: Deps, input: PrepareFirstFactorInput): Promise<SignInRow> {
  const { signIn, account } = await openSignIn(deps, input.client, input.id, input.strategy)
  const handler = firstFactorHandler(deps, input.strategy)
  const { prepare } = handler
  if (!prepare) throw new ApiError('form_param_value_invalid', { paramName: 'strategy' })
  refuseOtherStatus(signIn, handler)
  await prepare(deps, { signIn, account }, input)
  return signIn
}
