import { ApiError } from '../api-error.ts'
import type { SessionRow } from '../database/schema/sessions.ts'
import { inTransaction } from '../database/transaction.ts'
import type { Deps } from '../deps.ts'
import { markSignedOut } from '../stores/client-store.ts'
import { endSession, findSession } from '../stores/session-store.ts'
import { announceUser } from './announce-user.ts'
import type { Caller } from './caller.ts'
import { writeAudit } from './write-audit.ts'

/** Signs one of the caller's own sessions out, wherever it is; those of others are not found. */
export const revokeMySession = (
  deps: Deps,
  { caller, id }: { caller: Caller; id: string },
): Promise<SessionRow> => revoke(deps, id, caller.session.user_id, caller)

/** Signs any session out, for a backend. */
export const revokeSession = (deps: Deps, id: string): Promise<SessionRow> => revoke(deps, id, null)

async function revoke(deps: Deps, id: string, userId: string | null, caller?: Caller): Promise<SessionRow> {
  const session = await findSession(deps.db, id)
  if (!session || (userId !== null && session.user_id !== userId))
    throw new ApiError('resource_not_found', { longMessage: 'There is no session with this id.' })
  const now = deps.clock.now()
  const revoked = await inTransaction(deps.db, async (trx) => {
    // A session that is over stays as it is: a second click changes nothing.
    if (await endSession(trx, id, 'revoked', now)) {
      await markSignedOut(trx, [id], now)
      await writeAudit(deps, trx, {
        event: 'session_revoked',
        userId: session.user_id,
        sessionId: id,
        ...(caller ? { caller } : {}),
      })
    }
    return findSession(trx, id)
  })
  announceUser(deps, session.user_id, 'sessions.changed')
  return revoked ?? session
}
