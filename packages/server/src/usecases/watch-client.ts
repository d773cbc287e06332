import type { ClientRow } from '../database/schema/clients.ts'
import type { Deps } from '../deps.ts'
import type { ServerEvent } from '../ports/events.ts'
import { listActiveSessionsOfClient } from '../stores/session-store.ts'

/**
 * Calls back for whatever happens from now on to the people who are signed in on this browser. Returns what ends that;
 * null when nobody is signed in.
 */
export async function watchClient(
  deps: Deps,
  client: ClientRow,
  onEvent: (event: ServerEvent) => void,
): Promise<(() => void) | null> {
  const sessions = await listActiveSessionsOfClient(deps.db, client.id, deps.clock.now())
  const userIds = new Set(sessions.map(({ user_id: id }) => id))
  if (userIds.size === 0) return null
  return deps.events.subscribe((event) => {
    if (userIds.has(event.userId)) onEvent(event)
  })
}
