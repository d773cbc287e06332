import type { Insertable, Updateable } from 'kysely'
import type { UserRow, UserTable } from '../database/schema/users.ts'
import type { Connection } from '../database/transaction.ts'

export const findUser = (db: Connection, id: string): Promise<UserRow | undefined> =>
  db.selectFrom('users').selectAll().where('id', '=', id).executeTakeFirst()

export const listUsersById = (db: Connection, ids: string[]): Promise<UserRow[]> =>
  db.selectFrom('users').selectAll().where('id', 'in', ids).execute()

/** The user who owns an address in normal form; unverified addresses belong to nobody. */
export const findUserByEmailAddress = (
  db: Connection,
  valueNorm: string,
): Promise<(UserRow & { email_address_id: string }) | undefined> =>
  db
    .selectFrom('users')
    .innerJoin('email_addresses', 'email_addresses.user_id', 'users.id')
    .selectAll('users')
    .select('email_addresses.id as email_address_id')
    .where('email_addresses.value_norm', '=', valueNorm)
    .where('email_addresses.claimed', '=', 1)
    .executeTakeFirst()

export const insertUser = (db: Connection, row: Insertable<UserTable>): Promise<UserRow> =>
  db.insertInto('users').values(row).returningAll().executeTakeFirstOrThrow()

/** Changes a user; nothing comes back when there is none. */
export const updateUser = (
  db: Connection,
  id: string,
  values: Updateable<UserTable>,
): Promise<UserRow | undefined> =>
  db.updateTable('users').set(values).where('id', '=', id).returningAll().executeTakeFirst()

/** Deletes a user with addresses and sessions; says whether there was one. */
export async function deleteUser(db: Connection, id: string): Promise<boolean> {
  const { numDeletedRows } = await db.deleteFrom('users').where('id', '=', id).executeTakeFirst()
  return numDeletedRows > 0n
}
