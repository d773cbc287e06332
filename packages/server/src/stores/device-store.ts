import { sql } from 'kysely'
import type { DeviceTriesRow } from '../database/schema/users.ts'
import type { Connection } from '../database/transaction.ts'

export type DeviceOfUser = { userId: string; clientId: string }

/** Whether a browser has ever held a session of a user. */
export async function hasSignedIn(db: Connection, { clientId, userId }: DeviceOfUser): Promise<boolean> {
  const session = await db
    .selectFrom('sessions')
    .select('id')
    .where('client_id', '=', clientId)
    .where('user_id', '=', userId)
    // Whoever acted as the user did so on a device of their own.
    .where('actor', 'is', null)
    .limit(1)
    .executeTakeFirst()
  return session !== undefined
}

type Tries = { now: number; lockAfter: number; lockUntil: number }

/**
 * Counts a try of a device before it is made, so that of many at once no more are made than it may have (S45). Nothing
 * comes back when none may be made.
 */
export const countDeviceTry = (
  db: Connection,
  { userId, clientId }: DeviceOfUser,
  { now, lockAfter, lockUntil }: Tries,
): Promise<DeviceTriesRow | undefined> => {
  // An upsert knows two rows of this name, so the one that is there has to be named.
  const failed = sql.ref<number>('device_tries.failed_attempts')
  const until = sql.ref<number | null>('device_tries.locked_until')
  const begun = sql<number>`(case when ${until} <= ${now} then 1 else ${failed} + 1 end)`
  return db
    .insertInto('device_tries')
    .values({ user_id: userId, client_id: clientId, failed_attempts: 1, locked_until: null })
    .onConflict((conflict) =>
      conflict
        .columns(['user_id', 'client_id'])
        .doUpdateSet({
          failed_attempts: begun,
          locked_until: sql`case when ${begun} >= ${lockAfter} then cast(${lockUntil} as bigint) else null end`,
        })
        .where(sql<boolean>`(${until} is null or ${until} <= ${now})`),
    )
    .returningAll()
    .executeTakeFirst()
}

/** Takes back a try of a device that turned out right, or to be none. */
export async function forgiveDeviceTry(
  db: Connection,
  { userId, clientId }: DeviceOfUser,
  lockAfter: number,
): Promise<void> {
  await db
    .updateTable('device_tries')
    .set({
      failed_attempts: sql`failed_attempts - 1`,
      locked_until: sql`case when failed_attempts >= ${lockAfter} then null else locked_until end`,
    })
    .where('user_id', '=', userId)
    .where('client_id', '=', clientId)
    .where('failed_attempts', '>', 0)
    .execute()
}

/** The tries of a device; undefined when it made none. */
export const findDeviceTries = (
  db: Connection,
  { userId, clientId }: DeviceOfUser,
): Promise<DeviceTriesRow | undefined> =>
  db
    .selectFrom('device_tries')
    .selectAll()
    .where('user_id', '=', userId)
    .where('client_id', '=', clientId)
    .executeTakeFirst()

/** Forgets the tries of one device, or of all devices of a user. */
export async function forgetDeviceTries(db: Connection, userId: string, clientId?: string): Promise<void> {
  const tries = db.deleteFrom('device_tries').where('user_id', '=', userId)
  await (clientId === undefined ? tries : tries.where('client_id', '=', clientId)).execute()
}
