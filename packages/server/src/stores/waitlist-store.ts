import { type ExpressionBuilder, type Insertable, type SqlBool, sql, type Updateable } from 'kysely'
import type { Tables } from '../database/schema/tables.ts'
import type { WaitlistEntryRow, WaitlistEntryTable } from '../database/schema/waitlist-entries.ts'
import type { Connection } from '../database/transaction.ts'

/** What the waitlist can be sorted by. */
export const waitlistOrders = {
  created_at: 'created_at',
  email_address: 'email_address_norm',
  invited_at: 'invited_at',
} as const

export type WaitlistFilter = {
  status?: WaitlistEntryRow['status'] | undefined
  /** Part of the address or of the id. */
  query?: string | undefined
}

export type WaitlistPage = {
  order: { by: keyof typeof waitlistOrders; direction: 'asc' | 'desc' }
  limit: number
  offset: number
}

/** Adds an entry; undefined when the address waits already. */
export const insertWaitlistEntry = (
  db: Connection,
  row: Insertable<WaitlistEntryTable>,
): Promise<WaitlistEntryRow | undefined> =>
  db
    .insertInto('waitlist_entries')
    .values(row)
    .onConflict((conflict) => conflict.column('email_address_norm').doNothing())
    .returningAll()
    .executeTakeFirst()

export const findWaitlistEntry = (
  db: Connection,
  by: 'id' | 'email_address_norm',
  value: string,
): Promise<WaitlistEntryRow | undefined> =>
  db.selectFrom('waitlist_entries').selectAll().where(by, '=', value).executeTakeFirst()

/** Changes an entry that is in one of these states; undefined when it is in none of them. */
export const updateWaitlistEntry = (
  db: Connection,
  id: string,
  from: WaitlistEntryRow['status'][],
  values: Updateable<WaitlistEntryTable>,
): Promise<WaitlistEntryRow | undefined> =>
  db
    .updateTable('waitlist_entries')
    .set(values)
    .where('id', '=', id)
    .where('status', 'in', from)
    .returningAll()
    .executeTakeFirst()

/** Whoever has an account by now waits no more. */
export const completeWaitlistEntry = (db: Connection, norm: string, now: number) =>
  db
    .updateTable('waitlist_entries')
    .set({ status: 'completed', updated_at: now })
    .where('email_address_norm', '=', norm)
    .execute()

/** Forgets an entry that waits; says whether it did. */
export async function deleteWaitlistEntry(db: Connection, id: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('waitlist_entries')
    .where('id', '=', id)
    .where('status', '=', 'pending')
    .executeTakeFirst()
  return numDeletedRows > 0
}

export const searchWaitlist = (
  db: Connection,
  filter: WaitlistFilter,
  { order, limit, offset }: WaitlistPage,
): Promise<WaitlistEntryRow[]> =>
  db
    .selectFrom('waitlist_entries')
    .selectAll()
    .where((where) => matches(where, filter))
    .orderBy(waitlistOrders[order.by], (by) =>
      order.direction === 'desc' ? by.desc().nullsLast() : by.asc().nullsLast(),
    )
    .orderBy('id', order.direction)
    .limit(limit)
    .offset(offset)
    .execute()

export async function countWaitlist(db: Connection, filter: WaitlistFilter): Promise<number> {
  const { count } = await db
    .selectFrom('waitlist_entries')
    .select((select) => select.fn.countAll<number>().as('count'))
    .where((where) => matches(where, filter))
    .executeTakeFirstOrThrow()
  return Number(count)
}

const matches = (where: ExpressionBuilder<Tables, 'waitlist_entries'>, { status, query }: WaitlistFilter) =>
  where.and([
    ...(status ? [where('status', '=', status)] : []),
    ...(query
      ? [where.or([contains('email_address_norm', query.toLowerCase()), contains('id', query.toLowerCase())])]
      : []),
  ])

const contains = (column: 'email_address_norm' | 'id', text: string) =>
  sql<SqlBool>`lower(${sql.ref(column)}) like ${`%${text.replaceAll(/[\\%_]/g, '\\$&')}%`} escape '\\'`
