import type { Connection } from '../database/transaction.ts'

/** Remembers a file that belongs to nobody, or to nobody yet. */
export async function discardImage(db: Connection, name: string, now: number): Promise<void> {
  await db.insertInto('discarded_images').values({ name, discarded_at: now }).execute()
}

/** Forgets a file that has found its owner, or is deleted; false when it was forgotten already. */
export async function forgetDiscardedImage(db: Connection, name: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('discarded_images')
    .where('name', '=', name)
    .executeTakeFirst()
  return numDeletedRows > 0n
}

/** Names of files that were discarded before a time, the oldest first. */
export async function listDiscardedImages(db: Connection, before: number, most: number): Promise<string[]> {
  const rows = await db
    .selectFrom('discarded_images')
    .select('name')
    .where('discarded_at', '<', before)
    .orderBy('discarded_at')
    .limit(most)
    .execute()
  return rows.map(({ name }) => name)
}
