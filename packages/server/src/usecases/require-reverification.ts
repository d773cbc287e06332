import { ApiError } from '../api-error.ts'
import type { Deps } from '../deps.ts'
import { needsSecondFactor } from '../second-factors/second-factors.ts'
import type { Caller } from './caller.ts'
import { readUser } from './read-user.ts'
import { isFresh } from './session-verification.ts'

/**
 * Stops whoever has only found a browser open: lets a session act whose person has lately proved who they are, with the
 * second factor too where there is one (S37). Throws `session_reverification_required`.
 */
export async function requireReverification(deps: Deps, caller: Caller): Promise<void> {
  if (deps.settings.reverification.enabled) await demandFreshProof(deps, caller)
}

/** The same whatever the settings say. */
export async function demandFreshProof(deps: Deps, { session }: Caller): Promise<void> {
  const { maxAge } = deps.settings.reverification
  const needsBoth = needsSecondFactor(deps.settings, await readUser(deps, session.user_id))
  if (isFresh(deps, session.first_factor_at) && (!needsBoth || isFresh(deps, session.second_factor_at)))
    return
  const level = needsBoth ? 'second_factor' : 'first_factor'
  const afterMinutes = Math.ceil(maxAge / 60_000)
  throw new ApiError('session_reverification_required', { meta: { reverification: { level, afterMinutes } } })
}
