import { ApiError } from '../api-error.ts'
import type { ClientRow } from '../database/schema/clients.ts'
import type { Deps } from '../deps.ts'
import { secondFactorOf, trustFactorOf } from '../strategies/registry.ts'
import type { Account, FactorHandler } from '../strategies/strategy-handler.ts'
import type { SignInView } from './client-view.ts'
import { openSignIn } from './open-sign-in.ts'

export type OpenSecondFactor = {
  signIn: SignInView['signIn']
  account: NonNullable<Account>
  handler: FactorHandler
}

/** A sign-in of this browser that waits for a second factor, and the handler of the one that is asked for. */
export async function openSecondFactor(
  deps: Deps,
  { client, id, strategy }: { client: ClientRow; id: string; strategy: string },
): Promise<OpenSecondFactor> {
  const { signIn, account } = await openSignIn(deps, client, id)
  const isStrange = signIn.status === 'needs_client_trust'
  if (!account || !(isStrange || signIn.status === 'needs_second_factor'))
    throw new ApiError('verification_missing')
  const handler = isStrange ? trustFactorOf(strategy) : secondFactorOf(strategy)
  if (!handler?.isEnabled(deps.settings))
    throw new ApiError('form_param_value_invalid', { paramName: 'strategy' })
  return { signIn, account, handler }
}
