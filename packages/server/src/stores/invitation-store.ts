import { type ExpressionBuilder, type Insertable, type SqlBool, sql } from 'kysely'
import type { InvitationRow, InvitationTable } from '../database/schema/invitations.ts'
import type { Tables } from '../database/schema/tables.ts'
import type { Connection } from '../database/transaction.ts'

/** What invitations can be sorted by. */
export const invitationOrders = {
  created_at: 'created_at',
  email_address: 'email_address_norm',
  expires_at: 'expire_at',
} as const

export type InvitationFilter = {
  /** All but the revoked ones without it. */
  status?: InvitationRow['status'] | 'expired' | undefined
  /** Part of the address or of the id. */
  query?: string | undefined
}

export type InvitationPage = {
  order: { by: keyof typeof invitationOrders; direction: 'asc' | 'desc' }
  limit: number
  offset: number
}

export const insertInvitation = (db: Connection, row: Insertable<InvitationTable>): Promise<InvitationRow> =>
  db.insertInto('invitations').values(row).returningAll().executeTakeFirstOrThrow()

export const findInvitation = (db: Connection, id: string): Promise<InvitationRow | undefined> =>
  db.selectFrom('invitations').selectAll().where('id', '=', id).executeTakeFirst()

export const findInvitationByToken = (db: Connection, digest: string): Promise<InvitationRow | undefined> =>
  db.selectFrom('invitations').selectAll().where('token_digest', '=', digest).executeTakeFirst()

/** The invitation for an address that may still be accepted. */
export const findOpenInvitation = (
  db: Connection,
  norm: string,
  now: number,
): Promise<InvitationRow | undefined> =>
  db
    .selectFrom('invitations')
    .selectAll()
    .where('email_address_norm', '=', norm)
    .where('status', '=', 'pending')
    .where('expire_at', '>', now)
    .limit(1)
    .executeTakeFirst()

/** Lets another invitation take the place of one for an address that ended by itself. */
export const freeExpiredInvitation = (db: Connection, norm: string, now: number) =>
  db
    .updateTable('invitations')
    .set({ pending_key: null })
    .where('pending_key', '=', norm)
    .where('expire_at', '<=', now)
    .execute()

/** Ends an invitation; undefined when it was accepted or revoked before. */
export const settleInvitation = (
  db: Connection,
  id: string,
  { status, at }: { status: 'accepted' | 'revoked'; at: number },
): Promise<InvitationRow | undefined> =>
  db
    .updateTable('invitations')
    .set({ status, pending_key: null, updated_at: at })
    .where('id', '=', id)
    .where('status', '=', 'pending')
    .returningAll()
    .executeTakeFirst()

/** Whether there was one. */
export async function deleteInvitation(db: Connection, id: string): Promise<boolean> {
  const { numDeletedRows } = await db.deleteFrom('invitations').where('id', '=', id).executeTakeFirst()
  return numDeletedRows > 0
}

export const searchInvitations = (
  db: Connection,
  filter: InvitationFilter,
  { order, limit, offset, now }: InvitationPage & { now: number },
): Promise<InvitationRow[]> =>
  db
    .selectFrom('invitations')
    .selectAll()
    .where((where) => matches(where, filter, now))
    .orderBy(invitationOrders[order.by], order.direction)
    .orderBy('id', order.direction)
    .limit(limit)
    .offset(offset)
    .execute()

export async function countInvitations(
  db: Connection,
  filter: InvitationFilter,
  now: number,
): Promise<number> {
  const { count } = await db
    .selectFrom('invitations')
    .select((select) => select.fn.countAll<number>().as('count'))
    .where((where) => matches(where, filter, now))
    .executeTakeFirstOrThrow()
  return Number(count)
}

function matches(
  where: ExpressionBuilder<Tables, 'invitations'>,
  { status, query }: InvitationFilter,
  now: number,
) {
  const isExpired = status === 'expired'
  return where.and([
    status === undefined
      ? where('status', '!=', 'revoked')
      : where('status', '=', isExpired ? 'pending' : status),
    ...(isExpired ? [where('expire_at', '<=', now)] : []),
    ...(status === 'pending' ? [where('expire_at', '>', now)] : []),
    ...(query
      ? [where.or([contains('email_address_norm', query.toLowerCase()), contains('id', query.toLowerCase())])]
      : []),
  ])
}

const contains = (column: 'email_address_norm' | 'id', text: string) =>
  sql<SqlBool>`lower(${sql.ref(column)}) like ${`%${text.replaceAll(/[\\%_]/g, '\\$&')}%`} escape '\\'`
