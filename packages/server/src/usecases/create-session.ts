import { ApiError } from '../api-error.ts'
import type { SessionRow } from '../database/schema/sessions.ts'
import { inTransaction } from '../database/transaction.ts'
import type { Deps } from '../deps.ts'
import { announceUser } from './announce-user.ts'
import { readUser } from './read-user.ts'
import { startClient } from './start-client.ts'
import { startSession } from './start-session.ts'

/**
 * Makes a session of a user in a browser that nobody holds, for the tests of a backend. Throws `resource_forbidden` in
 * production, `resource_not_found`, and `user_banned` or `user_locked`.
 */
export async function createSession(deps: Deps, userId: string): Promise<SessionRow> {
  if (deps.place.mode === 'production')
    throw new ApiError('resource_forbidden', {
      longMessage: 'A backend can create sessions for its tests only, on a server in development mode.',
    })
  await readUser(deps, userId)
  const started = await inTransaction(deps.db, async (trx) => {
    const { client } = await startClient(deps, trx)
    const device = { userAgent: '', ipAddress: null }
    // The backend vouches for both factors.
    const vouched = { strategy: null, secondFactorAt: null, event: 'sign_in' } as const
    return startSession(deps, trx, { client, userId, device, ...vouched })
  })
  if (!started) throw new ApiError('resource_not_found')
  announceUser(deps, userId, 'sessions.changed')
  return started.session
}
