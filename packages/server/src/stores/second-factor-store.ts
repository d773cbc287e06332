import { sql } from 'kysely'
import type { UserRow } from '../database/schema/users.ts'
import type { Connection } from '../database/transaction.ts'

/** Notes that the code of a step was taken: true exactly once for each, and for none before one that was (S30). */
export async function takeTotpStep(db: Connection, userId: string, step: number): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('users')
    .set({ totp_last_step: step })
    .where('id', '=', userId)
    .where('totp_sealed', 'is not', null)
    .where((where) => where.or([where('totp_last_step', 'is', null), where('totp_last_step', '<', step)]))
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** The digests of the backup codes that are left. */
export async function listBackupCodes(db: Connection, userId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('backup_codes')
    .select('code_digest')
    .where('user_id', '=', userId)
    .execute()
  return rows.map((row) => row.code_digest)
}

/** Uses a backup code up: true exactly once (S32). */
export async function takeBackupCode(db: Connection, userId: string, digest: string): Promise<boolean> {
  // The user first, as everywhere, so that two at once do not wait for each other.
  await db
    .updateTable('users')
    .set({ backup_codes_left: sql`backup_codes_left - 1` })
    .where('id', '=', userId)
    .execute()
  const { numDeletedRows } = await db
    .deleteFrom('backup_codes')
    .where('user_id', '=', userId)
    .where('code_digest', '=', digest)
    .executeTakeFirst()
  return numDeletedRows > 0n
}

/** Puts new backup codes in the place of those there were; an empty list leaves none. */
export async function replaceBackupCodes(
  db: Connection,
  userId: string,
  digests: string[],
  now: number,
): Promise<void> {
  await db
    .updateTable('users')
    .set({
      backup_codes_left: digests.length,
      backup_codes_created_at: digests.length > 0 ? now : null,
    })
    .where('id', '=', userId)
    .execute()
  await db.deleteFrom('backup_codes').where('user_id', '=', userId).execute()
  if (digests.length === 0) return
  const rows = digests.map((code_digest) => ({ user_id: userId, code_digest }))
  await db.insertInto('backup_codes').values(rows).execute()
}

/** Has codes to one number of a user asked for first, and to no other one. */
export async function chooseDefaultNumber(db: Connection, userId: string, id: string | null): Promise<void> {
  await db
    .updateTable('contacts')
    .set({ default_second_factor: sql`case when id = ${id ?? ''} then 1 else 0 end` })
    .where('user_id', '=', userId)
    .where('kind', '=', 'phone_number')
    .execute()
}

/** Has codes to the numbers of a user no longer asked for as a second factor. */
export async function releaseNumbers(db: Connection, userId: string): Promise<void> {
  await db
    .updateTable('contacts')
    .set({ reserved_for_second_factor: 0, default_second_factor: 0 })
    .where('user_id', '=', userId)
    .execute()
}

type Tries = { now: number; lockAfter: number; lockUntil: number }

/**
 * Counts a try before it is made, so that of many at once no more are made than an account allows (S44); the last one
 * locks the account until it has turned out right. Nothing comes back when none may be made: the account is locked. A
 * lock that a backend set counts apart, and is never turned into one by tries.
 */
export const countTry = (
  db: Connection,
  userId: string,
  { now, lockAfter, lockUntil }: Tries,
): Promise<UserRow | undefined> => {
  const isOver = sql<boolean>`(locked_until is null or locked_until <= ${now})`
  const begun = sql<number>`(case when locked_until <= ${now} and failed_attempts >= ${lockAfter} then 1 else failed_attempts + 1 end)`
  return db
    .updateTable('users')
    .set({
      failed_attempts: begun,
      locked_until: sql`case when ${begun} >= ${lockAfter} then ${lockUntil} when ${isOver} then null else locked_until end`,
    })
    .where('id', '=', userId)
    .where(sql<boolean>`(${isOver} or failed_attempts < ${lockAfter - 1})`)
    .returningAll()
    .executeTakeFirst()
}

/** Takes back a try that turned out right, or to be none. */
export async function forgiveTry(db: Connection, userId: string, lockAfter: number): Promise<void> {
  await db
    .updateTable('users')
    .set({
      failed_attempts: sql`failed_attempts - 1`,
      locked_until: sql`case when failed_attempts >= ${lockAfter} then null else locked_until end`,
    })
    .where('id', '=', userId)
    .where('failed_attempts', '>', 0)
    .execute()
}
