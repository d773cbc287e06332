import type { Insertable, Updateable } from 'kysely'
import type { ExternalAccountRow, ExternalAccountTable } from '../database/schema/external-accounts.ts'
import type { Connection } from '../database/transaction.ts'

/** Accounts at providers of several users, in the order in which they were connected. */
export const listExternalAccounts = (db: Connection, userIds: string[]): Promise<ExternalAccountRow[]> =>
  db
    .selectFrom('external_accounts')
    .selectAll()
    .where('user_id', 'in', userIds)
    .orderBy('created_at')
    .orderBy('id')
    .execute()

/** The account that a provider knows by a name of its own (S43). */
export const findExternalAccountBySubject = (
  db: Connection,
  provider: string,
  subject: string,
): Promise<ExternalAccountRow | undefined> =>
  db
    .selectFrom('external_accounts')
    .selectAll()
    .where('provider', '=', provider)
    .where('provider_user_id', '=', subject)
    .executeTakeFirst()

/** An account at a provider of this user; those of others are not found. */
export const findExternalAccount = (
  db: Connection,
  id: string,
  userId: string,
): Promise<ExternalAccountRow | undefined> =>
  db
    .selectFrom('external_accounts')
    .selectAll()
    .where('id', '=', id)
    .where('user_id', '=', userId)
    .executeTakeFirst()

export const insertExternalAccount = (
  db: Connection,
  row: Insertable<ExternalAccountTable>,
): Promise<ExternalAccountRow> =>
  db.insertInto('external_accounts').values(row).returningAll().executeTakeFirstOrThrow()

export const updateExternalAccount = (
  db: Connection,
  id: string,
  values: Updateable<ExternalAccountTable>,
): Promise<ExternalAccountRow | undefined> =>
  db.updateTable('external_accounts').set(values).where('id', '=', id).returningAll().executeTakeFirst()

/** Puts new tokens in the place of those that were read; false when another call was first. */
export async function replaceTokens(
  db: Connection,
  { id, tokens_sealed }: ExternalAccountRow,
  values: Updateable<ExternalAccountTable>,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('external_accounts')
    .set(values)
    .where('id', '=', id)
    .where('tokens_sealed', tokens_sealed === null ? 'is' : '=', tokens_sealed)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export async function deleteExternalAccount(db: Connection, id: string): Promise<void> {
  await db.deleteFrom('external_accounts').where('id', '=', id).execute()
  await db
    .deleteFrom('oauth_flows')
    .where('owner', '=', 'external_account')
    .where('owner_id', '=', id)
    .execute()
}

/** Removes what a user began to connect at a provider and did not come back from. */
export async function deletePendingAccounts(db: Connection, userId: string, provider: string): Promise<void> {
  await db
    .deleteFrom('external_accounts')
    .where('user_id', '=', userId)
    .where('provider', '=', provider)
    .where('verified_at', 'is', null)
    .execute()
}
