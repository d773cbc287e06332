import type { Insertable, Updateable } from 'kysely'
import type { OAuthFlowRow, OAuthFlowTable } from '../database/schema/external-accounts.ts'
import type { Connection } from '../database/transaction.ts'

export type OAuthFlowOwner = { owner: OAuthFlowRow['owner']; ownerId: string }

/** Begins a way to a provider. Those that this browser has begun for the same purpose before lead nowhere any more. */
export async function insertOAuthFlow(db: Connection, row: Insertable<OAuthFlowTable>): Promise<void> {
  await db
    .deleteFrom('oauth_flows')
    .where((where) =>
      where.or([
        where.and([where('owner', '=', row.owner), where('owner_id', '=', row.owner_id)]),
        // What a sign-up holds already stays with it.
        where.and([
          where('client_id', '=', row.owner === 'external_account' ? '' : row.client_id),
          where('owner', '!=', 'external_account'),
          where('status', '!=', 'verified'),
        ]),
      ]),
    )
    .execute()
  await db.insertInto('oauth_flows').values(row).execute()
}

export const findOAuthFlowByState = (
  db: Connection,
  stateDigest: string,
): Promise<OAuthFlowRow | undefined> =>
  db.selectFrom('oauth_flows').selectAll().where('state_digest', '=', stateDigest).executeTakeFirst()

export const findOAuthFlow = (
  db: Connection,
  { owner, ownerId }: OAuthFlowOwner,
): Promise<OAuthFlowRow | undefined> =>
  db
    .selectFrom('oauth_flows')
    .selectAll()
    .where('owner_id', '=', ownerId)
    .where('owner', '=', owner)
    .executeTakeFirst()

/** The ways that several accounts at providers are on. */
export const listAccountFlows = (db: Connection, accountIds: string[]): Promise<OAuthFlowRow[]> =>
  db
    .selectFrom('oauth_flows')
    .selectAll()
    .where('owner_id', 'in', accountIds)
    .where('owner', '=', 'external_account')
    .execute()

/** Moves a way on from one status: true exactly once, and not when it has expired (S42). */
export async function advanceOAuthFlow(
  db: Connection,
  id: string,
  { from, now }: { from: OAuthFlowRow['status']; now?: number },
  values: Updateable<OAuthFlowTable>,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('oauth_flows')
    .set(values)
    .where('id', '=', id)
    .where('status', '=', from)
    .$if(now !== undefined, (query) => query.where('expire_at', '>', now ?? 0))
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export async function deleteOAuthFlow(db: Connection, id: string): Promise<void> {
  await db.deleteFrom('oauth_flows').where('id', '=', id).execute()
}
