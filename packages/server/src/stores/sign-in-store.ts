import type { Insertable, Updateable } from 'kysely'
import type { SignInRow, SignInTable } from '../database/schema/sign-ins.ts'
import type { Connection } from '../database/transaction.ts'

export const insertSignIn = (db: Connection, row: Insertable<SignInTable>): Promise<SignInRow> =>
  db.insertInto('sign_ins').values(row).returningAll().executeTakeFirstOrThrow()

/** A sign-in of this browser; those of others are not found. */
export const findSignIn = (db: Connection, id: string, clientId: string): Promise<SignInRow | undefined> =>
  db
    .selectFrom('sign_ins')
    .selectAll()
    .where('id', '=', id)
    .where('client_id', '=', clientId)
    .executeTakeFirst()

/** Moves a sign-in on from one status; nothing comes back when another call was first, or closed it. */
export const advanceSignIn = (
  db: Connection,
  id: string,
  { from, now }: { from: SignInRow['status']; now: number },
  values: Updateable<SignInTable>,
): Promise<SignInRow | undefined> =>
  db
    .updateTable('sign_ins')
    .set(values)
    .where('id', '=', id)
    .where('status', '=', from)
    .where('abandon_at', '>', now)
    .returningAll()
    .executeTakeFirst()

/** Closes a sign-in of nobody whose code was right; false when another call was first. */
export async function closeProvedSignIn(db: Connection, id: string, now: number): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('sign_ins')
    .set(({ ref }) => ({ abandon_at: ref('created_at') }))
    .where('id', '=', id)
    .where('first_factor_at', 'is not', null)
    .where('abandon_at', '>', now)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Closes every sign-in of a user that is under way: what was proved in it is worth nothing from here on (S36). One may stay. */
export async function closeSignInsOfUser(db: Connection, userId: string, exceptId = ''): Promise<void> {
  await db
    .updateTable('sign_ins')
    .set(({ ref }) => ({ abandon_at: ref('created_at') }))
    .where('user_id', '=', userId)
    .where('id', '!=', exceptId)
    .where('status', '!=', 'complete')
    .execute()
}
