import type { Insertable } from 'kysely'
import type { HandshakeRow, HandshakeTable } from '../database/schema/handshakes.ts'
import type { Connection } from '../database/transaction.ts'

export async function insertHandshake(db: Connection, row: Insertable<HandshakeTable>): Promise<void> {
  await db.insertInto('handshakes').values(row).execute()
}

/**
 * Uses a nonce up; undefined when it has expired, or was used up longer ago than `grace` milliseconds, within which the
 * requests of one page load ask at once.
 */
export const redeemHandshake = (
  db: Connection,
  { digest, now, grace }: { digest: string; now: number; grace: number },
): Promise<HandshakeRow | undefined> =>
  db
    .updateTable('handshakes')
    .set(({ fn, ref, val }) => ({ redeemed_at: fn.coalesce(ref('redeemed_at'), val(now)) }))
    .where('nonce_digest', '=', digest)
    .where('expire_at', '>', now)
    .where(({ or, eb }) => or([eb('redeemed_at', 'is', null), eb('redeemed_at', '>', now - grace)]))
    .returningAll()
    .executeTakeFirst()
