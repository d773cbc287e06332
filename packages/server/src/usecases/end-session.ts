import { ApiError } from '../api-error.ts'
import type { ClientRow } from '../database/schema/clients.ts'
import type { SessionRow } from '../database/schema/sessions.ts'
import { type Connection, inTransaction } from '../database/transaction.ts'
import type { Deps } from '../deps.ts'
import type { Device } from '../devices/describe-device.ts'
import { insertAudit } from '../stores/audit-store.ts'
import { updateClient } from '../stores/client-store.ts'
import {
  endSession as endOneSession,
  endSessionsOfClient,
  findSession,
  listActiveSessionsOfClient,
} from '../stores/session-store.ts'
import { createId } from '../tokens/id.ts'
import { rotateClientSecret } from './rotate-client-secret.ts'

export type EndedSession = {
  session: SessionRow
  /** A new secret when nobody is signed in there any more: a copy of the old cookie is worth nothing then (S58). */
  clientSecret: string | null
}

type EndSessionInput = { client: ClientRow; id: string; status: 'ended' | 'removed'; device: Device }

/** Signs one session of this browser out; one that has ended already stays as it is. */
export async function endSession(
  deps: Deps,
  { client, id, status, device }: EndSessionInput,
): Promise<EndedSession> {
  const session = await findSession(deps.db, id)
  if (session?.client_id !== client.id) throw new ApiError('session_not_found')
  const now = deps.clock.now()
  const ended = await inTransaction(deps.db, async (trx) => {
    if (!(await endOneSession(trx, id, status, now))) return null
    const remaining = await listActiveSessionsOfClient(trx, client.id, now)
    const clientSecret = await leave(deps, trx, client, remaining)
    await auditSignOut(deps, trx, session, device)
    return { session: { ...session, status, updated_at: now }, clientSecret }
  })
  announce(deps, [session])
  return ended ?? { session: (await findSession(deps.db, id)) ?? session, clientSecret: null }
}

/** Signs every session of this browser out, and returns its new secret, unless another call was first. */
export async function signOutAll(
  deps: Deps,
  { client, device }: { client: ClientRow; device: Device },
): Promise<string | null> {
  const now = deps.clock.now()
  const { sessions, clientSecret } = await inTransaction(deps.db, async (trx) => {
    const active = await listActiveSessionsOfClient(trx, client.id, now)
    await endSessionsOfClient(trx, client.id, 'removed', now)
    for (const session of active) await auditSignOut(deps, trx, session, device)
    return { sessions: active, clientSecret: await rotate(deps, trx, client) }
  })
  announce(deps, sessions)
  return clientSecret
}

/** Points the browser to a session that it still has, or gives it a new secret when it has none. */
async function leave(
  deps: Deps,
  trx: Connection,
  client: ClientRow,
  remaining: SessionRow[],
): Promise<string | null> {
  if (remaining.length === 0) return rotate(deps, trx, client)
  const current = remaining.find(({ id }) => id === client.last_active_session_id) ?? remaining.at(-1)
  await updateClient(trx, client.id, {
    last_active_session_id: current?.id ?? null,
    updated_at: deps.clock.now(),
  })
  return null
}

async function rotate(deps: Deps, trx: Connection, client: ClientRow): Promise<string | null> {
  const values = {
    last_active_session_id: null,
    sign_in_id: null,
    sign_up_id: null,
    updated_at: deps.clock.now(),
  }
  const secret = await rotateClientSecret(deps, trx, client, values)
  if (secret === null) await updateClient(trx, client.id, values)
  return secret
}

const auditSignOut = (deps: Deps, trx: Connection, session: SessionRow, { ipAddress }: Device) =>
  insertAudit(trx, {
    id: createId(deps.random, 'aud'),
    at: deps.clock.now(),
    event: 'sign_out',
    user_id: session.user_id,
    session_id: session.id,
    ip_address: ipAddress,
    result: 'ok',
  })

function announce(deps: Deps, sessions: SessionRow[]) {
  for (const userId of new Set(sessions.map((session) => session.user_id))) {
    deps.sessionTokens.forgetUser(userId)
    deps.events.publish({ type: 'sessions.changed', userId })
  }
}
