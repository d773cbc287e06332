import type { Insertable } from 'kysely'
import type { TicketRow, TicketTable } from '../database/schema/tickets.ts'
import type { Connection } from '../database/transaction.ts'

export const insertTicket = (db: Connection, row: Insertable<TicketTable>): Promise<TicketRow> =>
  db.insertInto('tickets').values(row).returningAll().executeTakeFirstOrThrow()

export const findTicket = (db: Connection, id: string): Promise<TicketRow | undefined> =>
  db.selectFrom('tickets').selectAll().where('id', '=', id).executeTakeFirst()

export const findTicketByToken = (db: Connection, digest: string): Promise<TicketRow | undefined> =>
  db.selectFrom('tickets').selectAll().where('token_digest', '=', digest).executeTakeFirst()

/** Uses up or revokes a ticket; undefined when it was used or revoked before. */
export const settleTicket = (
  db: Connection,
  id: string,
  values: Pick<TicketRow, 'status' | 'updated_at'>,
): Promise<TicketRow | undefined> =>
  db
    .updateTable('tickets')
    .set(values)
    .where('id', '=', id)
    .where('status', '=', 'pending')
    .returningAll()
    .executeTakeFirst()
