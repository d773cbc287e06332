import type { CodeSendTable } from '../database/schema/verifications.ts'
import type { Connection } from '../database/transaction.ts'

/** When codes went to an address for one purpose since a time, oldest first. */
export async function listCodeSends(
  db: Connection,
  targetDigest: string,
  purpose: string,
  since: number,
): Promise<number[]> {
  const rows = await db
    .selectFrom('code_sends')
    .select('sent_at')
    .where('target_digest', '=', targetDigest)
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
export async function deleteCodeSendsBefore(
  db: Connection,
  targetDigest: string,
  time: number,
): Promise<void> {
  await db
    .deleteFrom('code_sends')
    .where('target_digest', '=', targetDigest)
    .where('sent_at', '<', time)
    .execute()
}

/** Forgets the sends to addresses whose owner is gone. */
export async function deleteCodeSendsTo(db: Connection, targetDigests: string[]): Promise<void> {
  if (targetDigests.length === 0) return
  await db.deleteFrom('code_sends').where('target_digest', 'in', targetDigests).execute()
}
