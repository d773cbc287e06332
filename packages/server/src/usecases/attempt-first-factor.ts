import { ApiError } from '../api-error.ts'
import type { ClientRow } from '../database/schema/clients.ts'
import type { Deps } from '../deps.ts'
import type { Device } from '../devices/describe-device.ts'
import type { AttemptInput } from '../strategies/strategy-handler.ts'
import { advanceFirstFactor } from './advance-first-factor.ts'
import type { SignInStep } from './finish-sign-in.ts'
import { openSignIn } from './open-sign-in.ts'

export type AttemptFirstFactorInput = AttemptInput & {
  client: ClientRow
  device: Device
  id: string
  strategy: string
}

/** Tries a first factor of an open sign-in. */
export async function attemptFirstFactor(deps: Deps, input: AttemptFirstFactorInput): Promise<SignInStep> {
  const { signIn, account } = await openSignIn(deps, input.client, input.id, input.strategy)
  if (signIn.status === 'needs_identifier') throw new ApiError('form_param_nil', { paramName: 'identifier' })
  if (signIn.status !== 'needs_first_factor') throw new ApiError('verification_already_verified')
  return advanceFirstFactor(deps, { ...input, signIn, account })
}
