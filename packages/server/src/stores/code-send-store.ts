import type { CodeSendTable } from '../database/schema/verifications.ts'
import type { Connection } from '../database/transaction.ts'

/** When codes went to an address for one purpose since a time, oldest first. */
export async function listCodeSends(
  db: Connection,
  targetNorm: string,
  purpose: string,
  since: number,
): Promise<number[]> {
  const rows = await db
    .selectFrom('code_sends')
    .select('sent_at')
    .where('target_norm', '=', targetNorm)
    .where('purpose', '=', purpose)
    .where('sent_at', '>', since)
    .orderBy('sent_at')
    .execute()
  return rows.map((row) => row.sent_at)
}

export async function insertCodeSend(db: Connection, row: CodeSendTable): Promise<void> {
  await db.insertInto('code_sends').values(row).execute()
}

export async function deleteCodeSend(db: Connection, id: string): Promise<void> {
  await db.deleteFrom('code_sends').where('id', '=', id).execute()
}

/** Forgets what no limit looks at any more. */
export async function deleteCodeSendsBefore(db: Connection, targetNorm: string, time: number): Promise<void> {
  await db
    .deleteFrom('code_sends')
    .where('target_norm', '=', targetNorm)
    .where('sent_at', '<', time)
    .execute()
}
