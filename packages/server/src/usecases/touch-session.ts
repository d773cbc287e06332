import { ApiError } from '../api-error.ts'
import type { ClientRow } from '../database/schema/clients.ts'
import { inTransaction } from '../database/transaction.ts'
import type { Deps } from '../deps.ts'
import type { Device } from '../devices/describe-device.ts'
import { updateClient } from '../stores/client-store.ts'
import { loadUserView } from './client-view.ts'
import { noteUse } from './note-use.ts'
import { activeSession, type ClientSession } from './read-client-session.ts'

/** Notes that a session is used, from where, and that it is the one this browser shows. */
export async function touchSession(
  deps: Deps,
  { client, id, device }: { client: ClientRow; id: string; device: Device },
): Promise<ClientSession> {
  const session = await activeSession(deps, client, id)
  const touched = await inTransaction(deps.db, async (trx) => {
    const used = await noteUse(deps, trx, session, device)
    await updateClient(trx, client.id, { last_active_session_id: id })
    return used
  })
  const account = await loadUserView(deps, session.user_id)
  if (!account) throw new ApiError('authentication_invalid')
  return { session: touched, account }
}
