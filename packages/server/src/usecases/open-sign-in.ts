import { ApiError } from '../api-error.ts'
import type { ClientRow } from '../database/schema/clients.ts'
import type { SignInRow } from '../database/schema/sign-ins.ts'
import type { Deps } from '../deps.ts'
import { isTransferable } from '../strategies/newcomer.ts'
import { firstFactorOf } from '../strategies/registry.ts'
import type { Account, FirstFactorHandler } from '../strategies/strategy-handler.ts'
import type { SignInView } from './client-view.ts'
import { readSignIn } from './read-sign-in.ts'
import { isLockedByTries, refuseClosedOn } from './refuse-closed.ts'

/**
 * A sign-in of this browser that can still go on.
 * @param strategy the one that is asked for; some lead out of a lock
 */
export async function openSignIn(
  deps: Deps,
  client: ClientRow | null,
  id: string,
  strategy?: string,
): Promise<SignInView> {
  const view = await readSignIn(deps, client, id)
  const { status, abandon_at } = view.signIn
  if (status === 'complete') throw new ApiError('verification_already_verified')
  if (isTransferable(view.signIn)) throw new ApiError('sign_up_if_missing_transfer')
  if (abandon_at <= deps.clock.now()) throw new ApiError('verification_expired')
  await refuseClosedEarly(deps, view.account, {
    client,
    isWayOut: status === 'needs_new_password' || isWayOut(strategy),
  })
  return view
}

/** Whether a strategy is open to somebody whose account wrong tries have locked (S45). */
export const isWayOut = (strategy: string | undefined): boolean =>
  firstFactorOf(strategy)?.leadsOutOfLock === true

/**
 * Stops somebody who may not sign in; where accounts are no secret, before anything was proved. The way out of a lock
 * by wrong tries stays open, and so do the devices that its owner has signed in on (S45).
 */
export async function refuseClosedEarly(
  deps: Deps,
  account: Account,
  { client, isWayOut }: { client: ClientRow | null; isWayOut: boolean },
): Promise<void> {
  const { settings, clock, db } = deps
  if (!account || settings.enumerationProtection) return
  if (isWayOut && isLockedByTries(settings, account.user, clock.now())) return
  await refuseClosedOn(deps, db, client, account.user)
}

/** Stops a first factor that a sign-in does not wait for: somebody has to be named first, unless the proof does it. */
export function refuseOtherStatus({ status }: SignInRow, { identify }: FirstFactorHandler): void {
  if (status === 'needs_first_factor' || (status === 'needs_identifier' && identify)) return
  if (status === 'needs_identifier') throw new ApiError('form_param_nil', { paramName: 'identifier' })
  throw new ApiError('verification_already_verified')
}

/** The handler of a strategy that a first factor may use here; another one is the caller's mistake. */
export function firstFactorHandler({ settings }: Deps, strategy: string): FirstFactorHandler {
  const handler = firstFactorOf(strategy)
  if (handler?.isEnabled(settings)) return handler
  throw new ApiError('form_param_value_invalid', { paramName: 'strategy' })
}
