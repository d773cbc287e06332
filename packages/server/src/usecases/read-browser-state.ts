import type { ClientRow } from '../database/schema/clients.ts'
import type { SessionRow } from '../database/schema/sessions.ts'
import type { Deps } from '../deps.ts'
import { listActiveSessionsOfClient } from '../stores/session-store.ts'

/** Who a browser is, as a backend that draws pages has to know it. */
export type BrowserState = {
  /** Epoch seconds of the last sign-in or sign-out, 0 where nobody is signed in. */
  clientUat: number
  /** Token of the session that this browser shows. */
  token: string | null
}

/** @param page origin of the page that the backend draws, for the claim `azp` */
export async function readBrowserState(
  deps: Deps,
  client: ClientRow | null,
  page: string,
): Promise<BrowserState> {
  const session = client && (await shownSession(deps, client))
  if (!client || !session) return { clientUat: 0, token: null }
  return {
    clientUat: Math.floor(client.updated_at / 1000),
    token: await deps.sessionTokens.issue({ session, origin: page, notBefore: client.updated_at }),
  }
}

/** The signed-in session that a browser shows. */
export async function shownSession(deps: Deps, client: ClientRow): Promise<SessionRow | undefined> {
  const sessions = await listActiveSessionsOfClient(deps.db, client.id, deps.clock.now())
  return sessions.find(({ id }) => id === client.last_active_session_id) ?? sessions.at(-1)
}
