import { ApiError } from '../api-error.ts'
import type { ClientRow } from '../database/schema/clients.ts'
import type { SessionRow } from '../database/schema/sessions.ts'
import { inTransaction } from '../database/transaction.ts'
import type { Deps } from '../deps.ts'
import { type Device, describeDevice } from '../devices/describe-device.ts'
import { updateClient } from '../stores/client-store.ts'
import { listActiveSessionsOfClient, updateSession } from '../stores/session-store.ts'

/** A session of this browser that is signed in now; 401 when there is none with this id. */
export async function activeSession(deps: Deps, client: ClientRow | null, id: string): Promise<SessionRow> {
  const sessions = client ? await listActiveSessionsOfClient(deps.db, client.id, deps.clock.now()) : []
  const session = sessions.find((candidate) => candidate.id === id)
  if (!session) throw new ApiError('authentication_invalid')
  return session
}

/** Notes that a session is used, from where, and that it is the one this browser shows. */
export async function touchSession(
  deps: Deps,
  { client, id, device }: { client: ClientRow; id: string; device: Device },
): Promise<SessionRow> {
  const session = await activeSession(deps, client, id)
  const now = deps.clock.now()
  const { sessionInactivity } = deps.settings
  const abandonAt = sessionInactivity === null ? session.expire_at : now + sessionInactivity
  const { activity_id: _, ...activity } = describeDevice(deps.random, device)
  const changes = { last_active_at: now, abandon_at: abandonAt, ...activity }
  await inTransaction(deps.db, async (trx) => {
    await updateSession(trx, id, changes)
    await updateClient(trx, client.id, { last_active_session_id: id })
  })
  return { ...session, ...changes }
}
