import type { SessionRow } from '../database/schema/sessions.ts'
import type { Deps } from '../deps.ts'
import { countSessions, type SessionFilter, searchSessions } from '../stores/session-store.ts'

export type ListSessionsInput = SessionFilter & { limit: number; offset: number }

/** One page of sessions for a backend, and how many there are in all. */
export async function listSessions(
  deps: Deps,
  { limit, offset, ...filter }: ListSessionsInput,
): Promise<{ sessions: SessionRow[]; total: number }> {
  const now = deps.clock.now()
  return {
    sessions: await searchSessions(deps.db, filter, { limit, offset, now }),
    total: await countSessions(deps.db, filter, now),
  }
}
