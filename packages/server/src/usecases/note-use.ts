import type { SessionRow } from '../database/schema/sessions.ts'
import type { Connection } from '../database/transaction.ts'
import type { Deps } from '../deps.ts'
import type { Device } from '../devices/describe-device.ts'
import { updateSession } from '../stores/session-store.ts'
import { updateUser } from '../stores/user-store.ts'
import { describeUse } from './describe-use.ts'

/** Notes that a session and with it its user is active now, which puts its end by inactivity off; gives the session as it is then. */
export async function noteUse(
  deps: Deps,
  db: Connection,
  session: SessionRow,
  device: Device,
): Promise<SessionRow> {
  const { sessionInactivity } = deps.settings
  const use = await describeUse(deps, db, { userId: session.user_id, device, session })
  const abandonAt = sessionInactivity === null ? session.expire_at : use.last_active_at + sessionInactivity
  const changes = { ...use, abandon_at: abandonAt }
  if (session.actor === null) await updateUser(db, session.user_id, { last_active_at: use.last_active_at })
  await updateSession(db, session.id, changes)
  return { ...session, ...changes }
}
