import { ApiError } from '../api-error.ts'
import type { ClientRow } from '../database/schema/clients.ts'
import type { SessionRow } from '../database/schema/sessions.ts'
import type { Deps } from '../deps.ts'
import { findSession, listActiveSessionsOfClient } from '../stores/session-store.ts'
import { loadUserView, type UserView } from './client-view.ts'

/** A session of a browser, with its user while it is signed in. */
export type ClientSession = { session: SessionRow; account: UserView | null }

/** A session of this browser, whatever became of it. */
export async function readClientSession(deps: Deps, client: ClientRow, id: string): Promise<ClientSession> {
  const session = await findSession(deps.db, id)
  if (session?.client_id !== client.id) throw new ApiError('session_not_found')
  const active = await listActiveSessionsOfClient(deps.db, client.id, deps.clock.now())
  const isActive = active.some((candidate) => candidate.id === id)
  return { session, account: isActive ? await loadUserView(deps, session.user_id) : null }
}

/** A session of this browser that is signed in now; 401 when there is none with this id. */
export async function activeSession(deps: Deps, client: ClientRow, id: string): Promise<SessionRow> {
  const sessions = await listActiveSessionsOfClient(deps.db, client.id, deps.clock.now())
  const session = sessions.find((candidate) => candidate.id === id)
  if (!session) throw new ApiError('authentication_invalid')
  return session
}
