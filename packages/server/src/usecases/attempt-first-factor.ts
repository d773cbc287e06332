import type { ClientRow } from '../database/schema/clients.ts'
import type { Deps } from '../deps.ts'
import type { Device } from '../devices/describe-device.ts'
import type { AttemptInput } from '../strategies/strategy-handler.ts'
import { advanceFirstFactor } from './advance-first-factor.ts'
import { loadUserView } from './client-view.ts'
import type { SignInStep } from './finish-sign-in.ts'
import { firstFactorHandler, openSignIn, refuseOtherStatus } from './open-sign-in.ts'

export type AttemptFirstFactorInput = AttemptInput & {
  client: ClientRow
  device: Device
  id: string
  strategy: string
}

/** Tries a first factor of an open sign-in. */
export async function attemptFirstFactor(deps: Deps, input: AttemptFirstFactorInput): Promise<SignInStep> {
  const { signIn, account: named } = await openSignIn(deps, input.client, input.id, input.strategy)
  const handler = firstFactorHandler(deps, input.strategy)
  refuseOtherStatus(signIn, handler)
  const account =
    signIn.status === 'needs_identifier' && handler.identify
      ? await loadUserView(deps, await handler.identify(deps, input))
      : named
  return advanceFirstFactor(deps, { ...input, signIn, account })
}
