import type { SessionRow } from '../database/schema/sessions.ts'
import type { Deps } from '../deps.ts'
import { listActiveSessionsOfUser, listSessionsOfUser } from '../stores/session-store.ts'
import type { UserView } from './client-view.ts'
import { readUser } from './read-user.ts'

export type MySessions = { sessions: SessionRow[]; user: UserView }

/** The most that one answer lists of the sessions that are over. */
const most = 100

/** The sessions of a user on all devices, the last used first: those that are signed in, or all that are still kept. */
export async function listMySessions(
  deps: Deps,
  userId: string,
  which: 'active' | 'all',
): Promise<MySessions> {
  const sessions =
    which === 'active'
      ? await listActiveSessionsOfUser(deps.db, userId, deps.clock.now())
      : await listSessionsOfUser(deps.db, userId, most)
  return { sessions, user: await readUser(deps, userId) }
}
