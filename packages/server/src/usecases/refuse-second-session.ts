import { ApiError } from '../api-error.ts'
import type { ClientRow } from '../database/schema/clients.ts'
import type { Deps } from '../deps.ts'
import { listActiveSessionsOfClient } from '../stores/session-store.ts'

/** In single session mode nobody signs in or up on a browser that is signed in. */
export async function refuseSecondSession(deps: Deps, client: ClientRow): Promise<void> {
  if (!deps.settings.singleSessionMode) return
  const [session] = await listActiveSessionsOfClient(deps.db, client.id, deps.clock.now())
  if (session) throw new ApiError('session_exists', { meta: { session_id: session.id } })
}
