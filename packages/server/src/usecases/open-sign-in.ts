import { isStrategy } from '@usher/protocol/strategies'
import { ApiError } from '../api-error.ts'
import type { ClientRow } from '../database/schema/clients.ts'
import type { Deps } from '../deps.ts'
import { strategyHandlers } from '../strategies/registry.ts'
import type { StrategyHandler } from '../strategies/strategy-handler.ts'
import type { SignInView } from './client-view.ts'
import { readSignIn } from './read-sign-in.ts'

/** A sign-in of this browser that can still go on. */
export async function openSignIn(deps: Deps, client: ClientRow | null, id: string): Promise<SignInView> {
  const view = await readSignIn(deps, client, id)
  if (view.signIn.status === 'complete') throw new ApiError('verification_already_verified')
  if (view.signIn.abandon_at <= deps.clock.now()) throw new ApiError('verification_expired')
  if (view.account?.user.banned) throw new ApiError('user_banned')
  return view
}

/** The handler of a strategy that a first factor may use; an unknown one is the caller's mistake. */
export function firstFactorHandler(strategy: string): StrategyHandler {
  if (isStrategy(strategy)) return strategyHandlers[strategy]
  throw new ApiError('form_param_value_invalid', { paramName: 'strategy' })
}
