import { type Insertable, sql } from 'kysely'
import { contactKinds } from '../database/schema/contacts.ts'
import type { VerificationRow, VerificationTable } from '../database/schema/verifications.ts'
import type { Connection } from '../database/transaction.ts'

export type VerificationOwner = { owner: VerificationRow['owner']; ownerId: string; strategy: string }

export const findVerification = (
  db: Connection,
  { owner, ownerId, strategy }: VerificationOwner,
): Promise<VerificationRow | undefined> =>
  db
    .selectFrom('verifications')
    .selectAll()
    .where('owner_id', '=', ownerId)
    .where('owner', '=', owner)
    .where('strategy', '=', strategy)
    .executeTakeFirst()

/** The link that a token belongs to. */
export const findLink = (db: Connection, tokenDigest: string): Promise<VerificationRow | undefined> =>
  db
    .selectFrom('verifications')
    .selectAll()
    .where('code_digest', '=', tokenDigest)
    .where('strategy', '=', 'email_link')
    .executeTakeFirst()

/** The verifications of several owners of one kind, the last sent first. */
export const listVerifications = (
  db: Connection,
  owner: VerificationRow['owner'],
  ownerIds: string[],
): Promise<VerificationRow[]> =>
  db
    .selectFrom('verifications')
    .selectAll()
    .where('owner_id', 'in', ownerIds)
    .where('owner', '=', owner)
    .orderBy('sent_at', 'desc')
    .orderBy('strategy')
    .execute()

/** The codes under way for several addresses and numbers, the last sent first. */
export const listContactVerifications = (db: Connection, ids: string[]): Promise<VerificationRow[]> =>
  db
    .selectFrom('verifications')
    .selectAll()
    .where('owner_id', 'in', ids)
    .where('owner', 'in', contactKinds)
    .orderBy('sent_at', 'desc')
    .orderBy('strategy')
    .execute()

/**
 * Puts a new code in the place of the old one, which is void from then on (S22). Nothing comes back when the old one
 * still lives, goes to the same address and was sent after `sentSince`.
 */
export const replaceVerification = (
  db: Connection,
  row: Insertable<VerificationTable>,
  sentSince: number,
): Promise<VerificationRow | undefined> =>
  db
    .insertInto('verifications')
    .values(row)
    .onConflict((conflict) =>
      conflict
        .columns(['owner_id', 'owner', 'strategy'])
        .doUpdateSet(row)
        .where((where) =>
          where.or([
            where('verifications.status', '!=', 'unverified'),
            where('verifications.target_norm', '!=', row.target_norm),
            where('verifications.sent_at', '<=', sentSince),
            where('verifications.expire_at', '<=', row.sent_at),
          ]),
        ),
    )
    .returningAll()
    .executeTakeFirst()

/**
 * Uses up a code or a link: true exactly once, and only while it lives and had fewer than `maxAttempts` wrong tries
 * (S21, S22, S27).
 * @param values.openedBy the client that opened the link
 */
export async function consumeCode(
  db: Connection,
  id: string,
  {
    digest,
    maxAttempts,
    now,
    openedBy = null,
  }: { digest: string; maxAttempts: number; now: number; openedBy?: string | null },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('verifications')
    .set({ status: 'verified', verified_at_client: openedBy })
    .where('id', '=', id)
    .where('code_digest', '=', digest)
    .where('status', '=', 'unverified')
    .where('attempts', '<', maxAttempts)
    .where('expire_at', '>', now)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Counts a wrong try; the last of `maxAttempts` kills the code. */
export async function countWrongCode(db: Connection, id: string, maxAttempts: number): Promise<void> {
  await db
    .updateTable('verifications')
    .set({
      attempts: sql`attempts + 1`,
      status: sql`case when attempts + 1 >= ${sql.lit(maxAttempts)} then 'failed' else status end`,
    })
    .where('id', '=', id)
    .where('status', '=', 'unverified')
    .execute()
}

export async function markSentAt(db: Connection, id: string, sentAt: number): Promise<void> {
  await db.updateTable('verifications').set({ sent_at: sentAt }).where('id', '=', id).execute()
}

export async function deleteVerification(db: Connection, id: string): Promise<void> {
  await db.deleteFrom('verifications').where('id', '=', id).execute()
}

/** Removes the codes for an address or number that goes. */
export async function deleteContactVerifications(db: Connection, contactId: string): Promise<void> {
  await db
    .deleteFrom('verifications')
    .where('owner_id', '=', contactId)
    .where('owner', 'in', [...contactKinds, 'backend'])
    .execute()
}
