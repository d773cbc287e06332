import type { BackendClientJSON, ClientJSON } from '@usher/protocol'
import type { ClientRow } from '../../database/schema/clients.ts'
import type { Deps } from '../../deps.ts'
import { type ClientView, loadClientView } from '../../usecases/client-view.ts'
import type { ClientWithSessions } from '../../usecases/read-clients.ts'
import { presentBackendSession, presentSession } from './session.ts'
import { presentSignIn } from './sign-in.ts'
import { presentSignUp } from './sign-up.ts'

/**
 * The whole client of a browser as it is now, or the empty one of a browser that is not known yet.
 * @param revision stamped by `nextRevision` before the row of the client was read
 */
export async function presentClient(
  deps: Deps,
  client: ClientRow | null,
  { origin, revision }: { origin: string | null; revision: number },
): Promise<ClientJSON> {
  if (!client) return { ...emptyClient, revision }
  return { ...(await presentView(deps, await loadClientView(deps, client), origin)), revision }
}

/** A browser as a backend sees it. */
export function presentBackendClient(
  { client, sessions }: ClientWithSessions,
  now: number,
): BackendClientJSON {
  const ids = sessions.map(({ id }) => id)
  return {
    object: 'client',
    id: client.id,
    session_ids: ids,
    sessions: sessions.map((session) => presentBackendSession(session, now)),
    sign_in_id: client.sign_in_id,
    sign_up_id: client.sign_up_id,
    last_active_session_id: ids.find((id) => id === client.last_active_session_id) ?? ids.at(-1) ?? null,
    last_authentication_strategy: client.last_authentication_strategy,
    created_at: client.created_at,
    updated_at: client.updated_at,
  }
}

let lastRevision = 0

/** Stamped before rows are read: of two answers, the one that was read later carries the larger number. */
export function nextRevision(now: number): number {
  lastRevision = Math.max(lastRevision + 1, now)
  return lastRevision
}

async function presentView(deps: Deps, { client, ...view }: ClientView, origin: string | null) {
  const notBefore = client.updated_at
  const isActive = view.sessions.some(({ session }) => session.id === client.last_active_session_id)
  return {
    ...emptyClient,
    id: client.id,
    sessions: await Promise.all(
      view.sessions.map((session) => presentSession(deps, session, { origin, notBefore })),
    ),
    sign_in:
      view.signIn && view.signIn.signIn.status !== 'complete' ? presentSignIn(deps, view.signIn) : null,
    sign_up:
      view.signUp && view.signUp.signUp.created_user_id === null ? presentSignUp(deps, view.signUp) : null,
    last_active_session_id: isActive
      ? client.last_active_session_id
      : (view.sessions.at(-1)?.session.id ?? null),
    last_authentication_strategy: client.last_authentication_strategy,
    created_at: client.created_at,
    updated_at: client.updated_at,
  }
}

const emptyClient: Omit<ClientJSON, 'revision'> = {
  object: 'client',
  id: null,
  sessions: [],
  sign_in: null,
  sign_up: null,
  last_active_session_id: null,
  last_authentication_strategy: null,
  captcha_bypass: false,
  cookie_expires_at: null,
  created_at: 0,
  updated_at: 0,
}
