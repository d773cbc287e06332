import type { Insertable } from 'kysely'
import type {
  AccessIdentifierRow,
  AccessIdentifierTable,
  AccessList,
} from '../database/schema/access-identifiers.ts'
import type { ContactKind } from '../database/schema/contacts.ts'
import type { Connection } from '../database/transaction.ts'

export const insertAccessIdentifier = (
  db: Connection,
  row: Insertable<AccessIdentifierTable>,
): Promise<AccessIdentifierRow> =>
  db.insertInto('access_identifiers').values(row).returningAll().executeTakeFirstOrThrow()

/** Whether it stood on the list. */
export async function deleteAccessIdentifier(db: Connection, list: AccessList, id: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('access_identifiers')
    .where('list', '=', list)
    .where('id', '=', id)
    .executeTakeFirst()
  return numDeletedRows > 0
}

/** Whether a list names one of several identifiers. */
export const isListed = async (db: Connection, list: AccessList, identifiers: string[]): Promise<boolean> =>
  (await db
    .selectFrom('access_identifiers')
    .select('id')
    .where('list', '=', list)
    .where('identifier', 'in', identifiers)
    .limit(1)
    .executeTakeFirst()) !== undefined

/** Whether a list says anything of a kind. */
export const namesKind = async (db: Connection, list: AccessList, kind: ContactKind): Promise<boolean> =>
  (await db
    .selectFrom('access_identifiers')
    .select('id')
    .where('list', '=', list)
    .where('kind', '=', kind)
    .limit(1)
    .executeTakeFirst()) !== undefined

/** One page of a list, or all of it; the newest first. */
export const listAccessIdentifiers = (
  db: Connection,
  list: AccessList,
  page?: { limit: number; offset: number },
): Promise<AccessIdentifierRow[]> =>
  db
    .selectFrom('access_identifiers')
    .selectAll()
    .where('list', '=', list)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .$if(page !== undefined, (query) => query.limit(page?.limit ?? 0).offset(page?.offset ?? 0))
    .execute()

export async function countAccessIdentifiers(db: Connection, list: AccessList): Promise<number> {
  const { count } = await db
    .selectFrom('access_identifiers')
    .select((select) => select.fn.countAll<number>().as('count'))
    .where('list', '=', list)
    .executeTakeFirstOrThrow()
  return Number(count)
}
