import { ApiError } from '../api-error.ts'
import type { ClientRow } from '../database/schema/clients.ts'
import type { SessionRow } from '../database/schema/sessions.ts'
import { type Connection, inTransaction } from '../database/transaction.ts'
import type { Deps } from '../deps.ts'
import { insertAudit } from '../stores/audit-store.ts'
import { updateClient } from '../stores/client-store.ts'
import {
  endSession as endOneSession,
  endSessionsOfClient,
  findSession,
  listActiveSessionsOfClient,
} from '../stores/session-store.ts'
import { createId } from '../tokens/id.ts'

/** Signs one session of this browser out. */
export async function endSession(
  deps: Deps,
  { client, id, status }: { client: ClientRow; id: string; status: 'ended' | 'removed' },
): Promise<SessionRow> {
  const session = await findSession(deps.db, id)
  if (session?.client_id !== client.id) throw new ApiError('session_not_found')
  const now = deps.clock.now()
  const ended = await inTransaction(deps.db, async (trx) => {
    await endOneSession(trx, id, status, now)
    const [next] = await listActiveSessionsOfClient(trx, client.id, now)
    await updateClient(trx, client.id, { last_active_session_id: next?.id ?? null, updated_at: now })
    await auditSignOut(deps, trx, session)
    return findSession(trx, id)
  })
  announce(deps, [session])
  return ended ?? session
}

/** Signs every session of this browser out. */
export async function signOutAll(deps: Deps, client: ClientRow): Promise<void> {
  const now = deps.clock.now()
  const sessions = await inTransaction(deps.db, async (trx) => {
    const active = await listActiveSessionsOfClient(trx, client.id, now)
    await endSessionsOfClient(trx, client.id, 'removed', now)
    await updateClient(trx, client.id, { last_active_session_id: null, updated_at: now })
    for (const session of active) await auditSignOut(deps, trx, session)
    return active
  })
  announce(deps, sessions)
}

const auditSignOut = (deps: Deps, trx: Connection, session: SessionRow) =>
  insertAudit(trx, {
    id: createId(deps.random, 'aud'),
    at: deps.clock.now(),
    event: 'sign_out',
    user_id: session.user_id,
    session_id: session.id,
    ip_address: null,
    result: 'ok',
  })

function announce(deps: Deps, sessions: SessionRow[]) {
  for (const userId of new Set(sessions.map((session) => session.user_id))) {
    deps.sessionTokens.forgetUser(userId)
    deps.events.publish({ type: 'sessions.changed', userId })
  }
}
