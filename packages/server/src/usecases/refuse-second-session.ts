import { ApiError } from '../api-error.ts'
import type { ClientRow } from '../database/schema/clients.ts'
import type { SessionRow } from '../database/schema/sessions.ts'
import type { Connection } from '../database/transaction.ts'
import type { Deps } from '../deps.ts'
import { listActiveSessionsOfClient } from '../stores/session-store.ts'

/**
 * In single session mode nobody signs in or up on a browser that is signed in; otherwise nobody signs in there twice.
 * @param userId who signs in, when that is known
 */
export async function refuseSecondSession(
  deps: Deps,
  db: Connection,
  client: ClientRow,
  userId?: string,
): Promise<void> {
  const sessions = await listActiveSessionsOfClient(db, client.id, deps.clock.now())
  const session = deps.settings.singleSessionMode
    ? sessions[0]
    : sessions.find((candidate) => candidate.user_id === userId)
  if (session) throw alreadySignedIn(deps, session)
}

/** The error that names the session which this browser has already; real clients switch to it. */
export const alreadySignedIn = ({ settings }: Deps, { id }: SessionRow): ApiError =>
  new ApiError(settings.singleSessionMode ? 'session_exists' : 'identifier_already_signed_in', {
    meta: { session_id: id },
  })
