import { isStrategy } from '@usher/protocol/strategies'
import { ApiError } from '../api-error.ts'
import type { ClientRow } from '../database/schema/clients.ts'
import type { Deps } from '../deps.ts'
import { isTransferable } from '../strategies/newcomer.ts'
import { strategyHandlers } from '../strategies/registry.ts'
import type { Account, StrategyHandler } from '../strategies/strategy-handler.ts'
import type { SignInView } from './client-view.ts'
import { readSignIn } from './read-sign-in.ts'
import { refuseClosed } from './refuse-closed.ts'

/** A sign-in of this browser that can still go on. */
export async function openSignIn(deps: Deps, client: ClientRow | null, id: string): Promise<SignInView> {
  const view = await readSignIn(deps, client, id)
  if (view.signIn.status === 'complete') throw new ApiError('verification_already_verified')
  if (isTransferable(view.signIn)) throw new ApiError('sign_up_if_missing_transfer')
  if (view.signIn.abandon_at <= deps.clock.now()) throw new ApiError('verification_expired')
  refuseClosedEarly(deps, view.account)
  return view
}

/** Stops somebody who may not sign in; where accounts are no secret, before anything was proved. */
export function refuseClosedEarly({ settings, clock }: Deps, account: Account): void {
  if (account && !settings.enumerationProtection) refuseClosed(account.user, clock.now())
}

/** The handler of a strategy that a first factor may use here; another one is the caller's mistake. */
export function firstFactorHandler({ settings }: Deps, strategy: string): StrategyHandler {
  const handler: StrategyHandler | null = isStrategy(strategy) ? strategyHandlers[strategy] : null
  if (handler?.isEnabled(settings)) return handler
  throw new ApiError('form_param_value_invalid', { paramName: 'strategy' })
}
