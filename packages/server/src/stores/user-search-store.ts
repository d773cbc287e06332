import type { UserFilter } from '@usher/protocol'
import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely'
import type { ContactKind } from '../database/schema/contacts.ts'
import type { Tables } from '../database/schema/tables.ts'
import type { UserRow } from '../database/schema/users.ts'
import type { Connection } from '../database/transaction.ts'

/** What users can be sorted by; what nobody has here (a wallet) leaves the newest first. */
export const userOrders = {
  created_at: sql.ref('users.created_at'),
  updated_at: sql.ref('users.updated_at'),
  last_active_at: sql.ref('users.last_active_at'),
  last_sign_in_at: sql.ref('users.last_sign_in_at'),
  first_name: sql.ref('users.first_name'),
  last_name: sql.ref('users.last_name'),
  username: sql.ref('users.username_norm'),
  email_address: sql`(select value_norm from contacts where id = users.primary_email_address_id)`,
  phone_number: sql`(select value_norm from contacts where id = users.primary_phone_number_id)`,
  web3wallet: null,
}

export type UserOrder = { by: keyof typeof userOrders; direction: 'asc' | 'desc' }

export type UserPage = {
  order: UserOrder
  limit: number
  offset: number
  /** The last user of the page before; only with an order by `created_at`. */
  after: Pick<UserRow, 'id' | 'created_at'> | null
}

type Where = ExpressionBuilder<Tables, 'users'>
type Condition = Expression<SqlBool>

/** Ids of one page of the users that a search finds, addresses, numbers and usernames given in normal form; those without the value that sorts come last. */
export async function searchUsers(db: Connection, search: UserFilter, page: UserPage): Promise<string[]> {
  const { by, direction } = page.order
  const column = userOrders[by]
  let query = db
    .selectFrom('users')
    .select('users.id')
    .where((where) => matches(where, search))
  if (page.after) {
    const { id, created_at } = page.after
    const comes = direction === 'desc' ? '<' : '>'
    query = query.where((where) =>
      where.or([
        where('users.created_at', comes, created_at),
        where.and([where('users.created_at', '=', created_at), where('users.id', comes, id)]),
      ]),
    )
  }
  if (column)
    query = query.orderBy(column, (order) =>
      direction === 'desc' ? order.desc().nullsLast() : order.asc().nullsLast(),
    )
  // Equals come newest first; the id settles what is left, so that pages neither repeat nor skip anybody.
  if (by !== 'created_at') query = query.orderBy('users.created_at', 'desc')
  const ids = query
    .orderBy('users.id', by === 'created_at' ? direction : 'desc')
    .limit(page.limit)
    .offset(page.offset)
  return (await ids.execute()).map((row) => row.id)
}

export async function countUsers(db: Connection, search: UserFilter): Promise<number> {
  const { count } = await db
    .selectFrom('users')
    .select((select) => select.fn.countAll<number>().as('count'))
    .where((where) => matches(where, search))
    .executeTakeFirstOrThrow()
  return Number(count)
}

function matches(where: Where, search: UserFilter): Condition {
  return where.and([
    ...idConditions(where, search),
    ...textConditions(where, search),
    ...timeConditions(where, search),
    ...(search.banned === undefined ? [] : [where('users.banned', '=', search.banned ? 1 : 0)]),
    ...(asksForWhatNobodyHas(search) ? [sql<SqlBool>`1 = 0`] : []),
  ])
}

const asksForWhatNobodyHas = (search: UserFilter): boolean =>
  [search.web3_wallet, search.organization_id].some((value) => value !== undefined)

function idConditions(where: Where, search: UserFilter): Condition[] {
  const { email_address, phone_number, username, provider, provider_user_id } = search
  return [
    ...signed(where, 'users.id', search.user_id),
    ...signed(where, 'users.external_id', search.external_id),
    ...(username ? [where('users.username_norm', 'in', username)] : []),
    ...(provider && provider_user_id ? [hasAccount(where, provider, provider_user_id)] : []),
    // What nobody proved to own says nothing about who somebody is.
    ...[email_address, phone_number].flatMap((values) =>
      values ? [hasContact(where, (value) => sql`${value} in (${sql.join(values)}) and claimed = 1`)] : [],
    ),
  ]
}

/** A value may begin with + or - to take somebody in or leave somebody out; in a query, + may arrive as a space. */
function signed(where: Where, column: 'users.id' | 'users.external_id', values: string[] | undefined) {
  if (!values) return []
  const without = values.filter((value) => value.startsWith('-')).map((value) => value.slice(1))
  const within = values.filter((value) => !value.startsWith('-')).map((value) => value.replace(/^[+ ]/, ''))
  return [
    ...(within.length > 0 ? [where(column, 'in', within)] : []),
    ...(without.length > 0 ? [where.or([where(column, 'is', null), where(column, 'not in', without)])] : []),
  ]
}

function textConditions(where: Where, search: UserFilter): Condition[] {
  const name = sql<string>`lower(coalesce(users.first_name, '') || ' ' || coalesce(users.last_name, ''))`
  const id = sql<string>`lower(users.id)`
  const externalId = sql<string>`lower(users.external_id)`
  const username = sql<string>`users.username_norm`
  const contact = (text: string) => hasContact(where, (value) => contains(value, text.toLowerCase()))
  const contactOf = (kind: ContactKind, text: string) =>
    hasContact(where, (value) => sql`${contains(value, text.toLowerCase())} and kind = ${kind}`)
  const { query, email_address_query, phone_number_query, username_query, name_query } = search
  return [
    ...(query
      ? [
          where.or([
            ...[name, id, externalId].map((column) => contains(column, query)),
            contains(username, query.toLowerCase()),
            contact(query),
          ]),
        ]
      : []),
    ...(email_address_query ? [contactOf('email_address', email_address_query)] : []),
    ...(phone_number_query ? [contactOf('phone_number', phone_number_query)] : []),
    ...(username_query ? [contains(username, username_query.toLowerCase())] : []),
    ...(name_query ? [contains(name, name_query)] : []),
  ]
}

function timeConditions(where: Where, search: UserFilter): Condition[] {
  const bounds = [
    ['users.created_at', '<', search.created_at_before],
    ['users.created_at', '>', search.created_at_after],
    ['users.last_active_at', '<', search.last_active_at_before],
    ['users.last_active_at', '>', search.last_active_at_after],
    ['users.last_active_at', '>=', search.last_active_at_since],
    ['users.last_sign_in_at', '<', search.last_sign_in_at_before],
    ['users.last_sign_in_at', '>', search.last_sign_in_at_after],
  ] as const
  return bounds.flatMap(([column, operator, value]) =>
    value === undefined ? [] : [where(column, operator, value)],
  )
}

const hasContact = (where: Where, test: (value: Expression<string>) => Expression<unknown>): Condition =>
  where.exists(
    where
      .selectFrom('contacts')
      .select('contacts.id')
      .whereRef('contacts.user_id', '=', 'users.id')
      .where(sql<SqlBool>`${test(sql.ref('contacts.value_norm'))}`),
  )

const hasAccount = (where: Where, provider: string, ids: string[]): Condition =>
  where.exists(
    where
      .selectFrom('external_accounts')
      .select('external_accounts.id')
      .whereRef('external_accounts.user_id', '=', 'users.id')
      .where('external_accounts.provider', '=', provider)
      .where('external_accounts.provider_user_id', 'in', ids)
      // What nobody proved to own says nothing about who somebody is.
      .where('external_accounts.verified_at', 'is not', null),
  )

// The database lowers both sides, because engines differ in the letters that they can lower.
const contains = (column: Expression<string>, text: string): Condition =>
  sql<SqlBool>`${column} like lower(${`%${text.replaceAll(/[\\%_]/g, '\\$&')}%`}) escape '\\'`
