import { ApiError } from '../api-error.ts'
import type { SignInRow } from '../database/schema/sign-ins.ts'
import type { Deps } from '../deps.ts'
import { openSecondFactor } from './open-second-factor.ts'
import type { PrepareFirstFactorInput } from './prepare-first-factor.ts'

/** Sends the code or the link that comes after the first factor. */
export async function prepareSecondFactor(deps: Deps, input: PrepareFirstFactorInput): Promise<SignInRow> {
  const { signIn, account, handler } = await openSecondFactor(deps, input)
  if (!handler.prepare) throw new ApiError('form_param_value_invalid', { paramName: 'strategy' })
  await handler.prepare(deps, { signIn, account }, input)
  return signIn
}
