import { ApiError } from '../api-error.ts'
import type { SessionRow } from '../database/schema/sessions.ts'
import type { Deps } from '../deps.ts'
import { findSession } from '../stores/session-store.ts'

/** Any session, for a backend. */
export async function readSession(deps: Deps, id: string): Promise<SessionRow> {
  const session = await findSession(deps.db, id)
  if (!session) throw new ApiError('resource_not_found', { longMessage: 'There is no session with this id.' })
  return session
}
