import { ApiError } from '../api-error.ts'
import type { ClientRow } from '../database/schema/clients.ts'
import type { SignInRow } from '../database/schema/sign-ins.ts'
import type { Deps } from '../deps.ts'
import type { PrepareInput } from '../strategies/strategy-handler.ts'
import { firstFactorHandler, openSignIn } from './open-sign-in.ts'

export type PrepareFirstFactorInput = PrepareInput & { client: ClientRow; id: string; strategy: string }

/** Sends what a first factor needs: the code by email or text message, or the link. */
export async function prepareFirstFactor(deps: Deps, input: PrepareFirstFactorInput): Promise<SignInRow> {
  const { signIn, account } = await openSignIn(deps, input.client, input.id, input.strategy)
  const { prepare } = firstFactorHandler(deps, input.strategy)
  if (!prepare) throw new ApiError('form_param_value_invalid', { paramName: 'strategy' })
  if (signIn.status === 'needs_identifier') throw new ApiError('form_param_nil', { paramName: 'identifier' })
  if (signIn.status !== 'needs_first_factor') throw new ApiError('verification_already_verified')
  await prepare(deps, { signIn, account }, input)
  return signIn
}
