import { type Insertable, sql } from 'kysely'
import type { PasskeyRow, PasskeyTable } from '../database/schema/passkeys.ts'
import { type Connection, mapDuplicate } from '../database/transaction.ts'

/** The passkeys of several users, the oldest first. */
export const listPasskeys = (db: Connection, userIds: string[]): Promise<PasskeyRow[]> =>
  db
    .selectFrom('passkeys')
    .selectAll()
    .where('user_id', 'in', userIds)
    .orderBy('created_at')
    .orderBy('id')
    .execute()

/** The passkey that an authenticator calls by this id, whoever's it is. */
export const findPasskeyByCredential = (
  db: Connection,
  credentialId: string,
): Promise<PasskeyRow | undefined> =>
  db.selectFrom('passkeys').selectAll().where('credential_id', '=', credentialId).executeTakeFirst()

/** A passkey of this user; those of others are not found. */
export const findPasskey = (db: Connection, id: string, userId: string): Promise<PasskeyRow | undefined> =>
  db.selectFrom('passkeys').selectAll().where('id', '=', id).where('user_id', '=', userId).executeTakeFirst()

/** Adds a passkey; throws `DuplicateError` when somebody has that credential. */
export async function insertPasskey(db: Connection, row: Insertable<PasskeyTable>): Promise<PasskeyRow> {
  await countPasskeys(db, row.user_id, 1)
  return mapDuplicate(() => db.insertInto('passkeys').values(row).returningAll().executeTakeFirstOrThrow())
}

/** Changes the name; nothing comes back when the user has no such passkey. */
export const renamePasskey = (
  db: Connection,
  { id, user_id, name, updated_at }: Pick<PasskeyRow, 'id' | 'user_id' | 'name' | 'updated_at'>,
): Promise<PasskeyRow | undefined> =>
  db
    .updateTable('passkeys')
    .set({ name, updated_at })
    .where('id', '=', id)
    .where('user_id', '=', user_id)
    .returningAll()
    .executeTakeFirst()

/** Notes that a passkey signed; false when it was removed in the meantime. */
export async function noteUseOfPasskey(
  db: Connection,
  id: string,
  values: Pick<PasskeyRow, 'counter' | 'backed_up' | 'last_used_at'>,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('passkeys')
    .set(values)
    .where('id', '=', id)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export async function deletePasskey(db: Connection, { id, user_id }: PasskeyRow): Promise<void> {
  await countPasskeys(db, user_id, -1)
  await db.deleteFrom('passkeys').where('id', '=', id).execute()
}

async function countPasskeys(db: Connection, userId: string, change: 1 | -1): Promise<void> {
  await db
    .updateTable('users')
    .set({ passkey_count: sql`passkey_count + ${sql.lit(change)}` })
    .where('id', '=', userId)
    .execute()
}
