import type { Insertable, Updateable } from 'kysely'
import { prepared } from '../database/prepared.ts'
import type { ClientRow, ClientTable } from '../database/schema/clients.ts'
import type { Connection } from '../database/transaction.ts'

export const findClientBySecret = async (db: Connection, digest: string): Promise<ClientRow | undefined> =>
  (await clientsBySecret(db, { digest }))[0]

const clientsBySecret = prepared<{ digest: string }, ClientRow>((db, value) =>
  db.selectFrom('clients').selectAll().where('secret_digest', '=', value('digest')),
)

/** A browser whose secret had this digest until it was replaced, after a time. */
export const findClientByPreviousSecret = (
  db: Connection,
  digest: string,
  rotatedSince: number,
): Promise<ClientRow | undefined> =>
  db
    .selectFrom('clients')
    .selectAll()
    .where('previous_digest', '=', digest)
    .where('rotated_at', '>', rotatedSince)
    .executeTakeFirst()

export const findClient = (db: Connection, id: string): Promise<ClientRow | undefined> =>
  db.selectFrom('clients').selectAll().where('id', '=', id).executeTakeFirst()

/** Browsers, newest first. */
export const searchClients = (
  db: Connection,
  { limit, offset }: { limit: number; offset: number },
): Promise<ClientRow[]> =>
  db
    .selectFrom('clients')
    .selectAll()
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .offset(offset)
    .execute()

export async function countClients(db: Connection): Promise<number> {
  const { count } = await db
    .selectFrom('clients')
    .select(({ fn }) => fn.countAll().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}

export const insertClient = (db: Connection, row: Insertable<ClientTable>): Promise<ClientRow> =>
  db.insertInto('clients').values(row).returningAll().executeTakeFirstOrThrow()

export async function updateClient(
  db: Connection,
  id: string,
  values: Updateable<ClientTable>,
): Promise<void> {
  await db.updateTable('clients').set(values).where('id', '=', id).execute()
}

/** Changes a browser together with its secret; false when another call has changed the secret in the meantime. */
export async function replaceClientSecret(
  db: Connection,
  { id, secret_digest }: ClientRow,
  values: Updateable<ClientTable> & { secret_digest: string },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('clients')
    .set({ ...values, previous_digest: secret_digest })
    .where('id', '=', id)
    .where('secret_digest', '=', secret_digest)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Notes on the browsers of some sessions that somebody was signed out there, so that they no longer point to them. */
export async function markSignedOut(db: Connection, sessionIds: string[], now: number): Promise<void> {
  if (sessionIds.length === 0) return
  await db
    .updateTable('clients')
    .set({ updated_at: now })
    .where('id', 'in', (select) =>
      select.selectFrom('sessions').select('client_id').where('id', 'in', sessionIds),
    )
    .execute()
  await db
    .updateTable('clients')
    .set({ last_active_session_id: null })
    .where('last_active_session_id', 'in', sessionIds)
    .execute()
}

/** Removes what points to sessions and sign-ins of a user from every browser. */
export async function forgetUserInBrowsers(db: Connection, userId: string): Promise<void> {
  await db
    .updateTable('clients')
    .set({ last_active_session_id: null })
    .where('last_active_session_id', 'in', (select) =>
      select.selectFrom('sessions').select('id').where('user_id', '=', userId),
    )
    .execute()
  await db
    .updateTable('clients')
    .set({ sign_in_id: null })
    .where('sign_in_id', 'in', (select) =>
      select.selectFrom('sign_ins').select('id').where('user_id', '=', userId),
    )
    .execute()
}
