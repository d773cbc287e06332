import { type Insertable, sql, type Updateable } from 'kysely'
import type { UserRow, UserTable } from '../database/schema/users.ts'
import type { Connection } from '../database/transaction.ts'

export const findUser = (db: Connection, id: string): Promise<UserRow | undefined> =>
  db.selectFrom('users').selectAll().where('id', '=', id).executeTakeFirst()

export const listUsersById = (db: Connection, ids: string[]): Promise<UserRow[]> =>
  db.selectFrom('users').selectAll().where('id', 'in', ids).execute()

/** The user who owns an address or number in normal form; what is unverified belongs to nobody. */
export const findUserByContact = (db: Connection, valueNorm: string): Promise<UserRow | undefined> =>
  db
    .selectFrom('users')
    .innerJoin('contacts', 'contacts.user_id', 'users.id')
    .selectAll('users')
    .where('contacts.value_norm', '=', valueNorm)
    .where('contacts.claimed', '=', 1)
    .executeTakeFirst()

/** The user who has a username in normal form. */
export const findUserByUsername = (db: Connection, usernameNorm: string): Promise<UserRow | undefined> =>
  db.selectFrom('users').selectAll().where('username_norm', '=', usernameNorm).executeTakeFirst()

export const insertUser = (db: Connection, row: Insertable<UserTable>): Promise<UserRow> =>
  db.insertInto('users').values(row).returningAll().executeTakeFirstOrThrow()

/** Changes a user; nothing comes back when there is none. */
export const updateUser = (
  db: Connection,
  id: string,
  values: Updateable<UserTable>,
): Promise<UserRow | undefined> =>
  db.updateTable('users').set(values).where('id', '=', id).returningAll().executeTakeFirst()

/** Notes that somebody has signed in, with which the count of wrong tries begins anew; a lock that they have set stays. */
export const markSignedIn = (db: Connection, id: string, now: number): Promise<UserRow | undefined> =>
  db
    .updateTable('users')
    .set({
      last_sign_in_at: now,
      last_active_at: now,
      failed_attempts: sql`case when locked_until > ${now} then failed_attempts else 0 end`,
    })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirst()

/** Deletes a user with addresses, sessions and sign-ins. */
export async function deleteUser(db: Connection, id: string): Promise<void> {
  await db.deleteFrom('users').where('id', '=', id).execute()
}

/** Changes a password only while the digest that was checked is still the current one; nothing comes back otherwise. */
export const replacePassword = (
  db: Connection,
  id: string,
  digestBefore: string | null,
  values: Pick<UserRow, 'password_digest'> & Updateable<UserTable>,
): Promise<UserRow | undefined> =>
  db
    .updateTable('users')
    .set(values)
    .where('id', '=', id)
    .where('password_digest', digestBefore === null ? 'is' : '=', digestBefore)
    .returningAll()
    .executeTakeFirst()

/** Whether somebody but this user has a username in normal form, or an external id. */
export async function isUserValueTaken(
  db: Connection,
  column: 'username_norm' | 'external_id',
  value: string,
  exceptId: string | null,
): Promise<boolean> {
  const row = await db
    .selectFrom('users')
    .select('id')
    .where(column, '=', value)
    .where('id', '!=', exceptId ?? '')
    .executeTakeFirst()
  return row !== undefined
}

/**
 * Removes what no foreign key ties to a user: the codes and attempts that belong to the user, and where somebody was
 * in the audit log (S70). Called while the user's rows are still there.
 */
export async function deleteTracesOfUser(db: Connection, userId: string): Promise<void> {
  await db
    .deleteFrom('verifications')
    .where((where) =>
      where.or([
        where('owner_id', 'in', where.selectFrom('contacts').select('id').where('user_id', '=', userId)),
        where('owner_id', 'in', where.selectFrom('sign_ins').select('id').where('user_id', '=', userId)),
        where(
          'owner_id',
          'in',
          where.selectFrom('sign_ups').select('id').where('created_user_id', '=', userId),
        ),
        where.and([where('owner', '=', 'passkey'), where('target_id', '=', userId)]),
      ]),
    )
    .execute()
  await db.deleteFrom('sign_ups').where('created_user_id', '=', userId).execute()
  await db.updateTable('audit_log').set({ ip_address: null }).where('user_id', '=', userId).execute()
}
