import type { SessionRow } from '../database/schema/sessions.ts'
import type { Connection } from '../database/transaction.ts'

/** Makes every open session of a user wait for these tasks, or for none. */
export async function writeTasks(
  db: Connection,
  userId: string,
  { status, tasks }: Pick<SessionRow, 'status' | 'tasks'>,
  now: number,
): Promise<void> {
  await db
    .updateTable('sessions')
    .set({ status, tasks, updated_at: now })
    .where('user_id', '=', userId)
    .where('status', 'in', ['active', 'pending'])
    .where('actor', 'is', null)
    .where((where) =>
      tasks === null
        ? where('tasks', 'is not', null)
        : where.or([where('tasks', 'is', null), where('tasks', '!=', tasks)]),
    )
    .execute()
}

/** Users with a session that waits, and, where a second factor is required, those without one who are signed in. */
export async function listUsersToSettle(
  db: Connection,
  { isSecondFactorRequired, now }: { isSecondFactorRequired: boolean; now: number },
): Promise<string[]> {
  const rows = await db
    .selectFrom('sessions')
    .innerJoin('users', 'users.id', 'sessions.user_id')
    .select('sessions.user_id')
    .distinct()
    .where('sessions.status', 'in', ['active', 'pending'])
    .where('sessions.expire_at', '>', now)
    .where((where) =>
      where.or([
        where('sessions.status', '=', 'pending'),
        ...(isSecondFactorRequired ? [where('users.mfa_enabled_at', 'is', null)] : []),
      ]),
    )
    .execute()
  return rows.map((row) => row.user_id)
}
