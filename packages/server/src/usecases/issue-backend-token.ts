import { ApiError } from '../api-error.ts'
import type { Deps } from '../deps.ts'
import { sessionTokenLifetime } from '../tokens/session-tokens.ts'
import { readSession } from './read-session.ts'
import { statusAt } from './session-status.ts'

/**
 * A token of a signed-in session, for a backend; it never outlives its session (S52).
 * @param lifetime in seconds; that of every session token without it
 */
export async function issueBackendToken(
  deps: Deps,
  { id, lifetime = sessionTokenLifetime }: { id: string; lifetime: number | undefined },
): Promise<string> {
  const session = await readSession(deps, id)
  const now = deps.clock.now()
  if (statusAt(session, now) !== 'active')
    throw new ApiError('resource_not_found', { longMessage: 'The session with this id has ended.' })
  const left = Math.floor((session.expire_at - now) / 1000)
  return deps.sessionTokens.issueOnce(session, Math.min(lifetime, left))
}
