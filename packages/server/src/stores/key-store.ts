import type { Insertable } from 'kysely'
import type { SecretKeyTable, SigningKeyRow, SigningKeyTable } from '../database/schema/keys.ts'
import type { Connection } from '../database/transaction.ts'

/** The keys that are still published, newest first. */
export const listSigningKeys = (db: Connection, now: number): Promise<SigningKeyRow[]> =>
  db
    .selectFrom('signing_keys')
    .selectAll()
    .where((where) => where.or([where('retire_at', 'is', null), where('retire_at', '>', now)]))
    .orderBy('created_at', 'desc')
    .orderBy('kid')
    .execute()

export async function insertSigningKey(db: Connection, row: Insertable<SigningKeyTable>): Promise<void> {
  await db.insertInto('signing_keys').values(row).execute()
}

/** The same for the key that an empty database begins with, unless another process was first. */
export async function insertFirstSigningKey(
  db: Connection,
  row: Omit<Insertable<SigningKeyTable>, 'is_first'>,
): Promise<void> {
  await db
    .insertInto('signing_keys')
    .values({ ...row, is_first: 1 })
    .onConflict((conflict) => conflict.column('is_first').doNothing())
    .execute()
}

/** Has every key but one forgotten at a time, those that would have stayed longer too. */
export async function retireOtherSigningKeys(db: Connection, kid: string, retireAt: number): Promise<void> {
  await db
    .updateTable('signing_keys')
    .set({ retire_at: retireAt })
    .where('kid', '!=', kid)
    .where((where) => where.or([where('retire_at', 'is', null), where('retire_at', '>', retireAt)]))
    .execute()
}

/** Whether a backend's secret key with this digest is known and not revoked. */
export async function isKnownSecretKey(db: Connection, digest: string): Promise<boolean> {
  const row = await db
    .selectFrom('secret_keys')
    .select('id')
    .where('key_digest', '=', digest)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  return row !== undefined
}

export async function insertSecretKey(db: Connection, row: Insertable<SecretKeyTable>): Promise<void> {
  await db.insertInto('secret_keys').values(row).execute()
}

/** The secret keys that are not revoked, oldest first. */
export const listSecretKeys = (db: Connection): Promise<Pick<SecretKeyTable, 'id' | 'created_at'>[]> =>
  db
    .selectFrom('secret_keys')
    .select(['id', 'created_at'])
    .where('revoked_at', 'is', null)
    .orderBy('created_at')
    .orderBy('id')
    .execute()

/** Revokes a secret key; false when none with this id works. */
export async function revokeSecretKey(db: Connection, id: string, now: number): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('secret_keys')
    .set({ revoked_at: now })
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
