import type { Insertable, Updateable } from 'kysely'
import type { SignUpRow, SignUpTable } from '../database/schema/sign-ups.ts'
import type { Connection } from '../database/transaction.ts'

export const insertSignUp = (db: Connection, row: Insertable<SignUpTable>): Promise<SignUpRow> =>
  db.insertInto('sign_ups').values(row).returningAll().executeTakeFirstOrThrow()

/** A sign-up of this browser; those of others are not found. */
export const findSignUp = (db: Connection, id: string, clientId: string): Promise<SignUpRow | undefined> =>
  db
    .selectFrom('sign_ups')
    .selectAll()
    .where('id', '=', id)
    .where('client_id', '=', clientId)
    .executeTakeFirst()

/** Changes a sign-up that is not finished yet; nothing comes back when somebody finished it in the meantime. */
export const updateOpenSignUp = (
  db: Connection,
  id: string,
  values: Updateable<SignUpTable>,
): Promise<SignUpRow | undefined> =>
  db
    .updateTable('sign_ups')
    .set(values)
    .where('id', '=', id)
    .where('created_user_id', 'is', null)
    .returningAll()
    .executeTakeFirst()
