import type { SessionStatus } from '@usher/protocol'
import type { Insertable, Updateable } from 'kysely'
import type { SessionRow, SessionTable } from '../database/schema/sessions.ts'
import type { Connection } from '../database/transaction.ts'

export const insertSession = (db: Connection, row: Insertable<SessionTable>): Promise<SessionRow> =>
  db.insertInto('sessions').values(row).returningAll().executeTakeFirstOrThrow()

/** Sessions of one browser that are signed in at `now`, oldest first. */
export const listActiveSessionsOfClient = (
  db: Connection,
  clientId: string,
  now: number,
): Promise<SessionRow[]> =>
  activeSessions(db, now).where('client_id', '=', clientId).orderBy('created_at').orderBy('id').execute()

/** Sessions of one user that are signed in at `now`, the last used first. */
export const listActiveSessionsOfUser = (
  db: Connection,
  userId: string,
  now: number,
): Promise<SessionRow[]> =>
  activeSessions(db, now)
    .where('user_id', '=', userId)
    .orderBy('last_active_at', 'desc')
    .orderBy('id')
    .execute()

export const findSession = (db: Connection, id: string): Promise<SessionRow | undefined> =>
  db.selectFrom('sessions').selectAll().where('id', '=', id).executeTakeFirst()

export async function updateSession(
  db: Connection,
  id: string,
  values: Updateable<SessionTable>,
): Promise<void> {
  await db.updateTable('sessions').set(values).where('id', '=', id).execute()
}

/** Ends an active session; says whether it was this call that ended it. */
export async function endSession(
  db: Connection,
  id: string,
  status: SessionStatus,
  now: number,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('sessions')
    .set({ status, updated_at: now })
    .where('id', '=', id)
    .where('status', 'in', ['active', 'pending'])
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Ends every active session of a user but one, and returns the ids of those that it ended. */
export async function endOtherSessionsOfUser(
  db: Connection,
  userId: string,
  except: string | null,
  status: SessionStatus,
  now: number,
): Promise<string[]> {
  const rows = await db
    .updateTable('sessions')
    .set({ status, updated_at: now })
    .where('user_id', '=', userId)
    .where('id', '!=', except ?? '')
    .where('status', 'in', ['active', 'pending'])
    .returning('id')
    .execute()
  return rows.map((row) => row.id)
}

/** Ends every active session of a browser. */
export async function endSessionsOfClient(
  db: Connection,
  clientId: string,
  status: SessionStatus,
  now: number,
): Promise<void> {
  await db
    .updateTable('sessions')
    .set({ status, updated_at: now })
    .where('client_id', '=', clientId)
    .where('status', 'in', ['active', 'pending'])
    .execute()
}

const activeSessions = (db: Connection, now: number) =>
  db
    .selectFrom('sessions')
    .selectAll()
    .where('status', 'in', ['active', 'pending'])
    .where('expire_at', '>', now)
    .where('abandon_at', '>', now)
