import type { Connection } from '../database/transaction.ts'

const batch = 500

/** Deletes batch by batch, so that nobody waits long for a table; says how many rows went. */
async function deleteAll(deleteSome: () => Promise<{ numDeletedRows: bigint }>): Promise<number> {
  let deleted = 0
  for (;;) {
    const { numDeletedRows } = await deleteSome()
    deleted += Number(numDeletedRows)
    if (numDeletedRows < batch) return deleted
  }
}

/** Attempts to sign up or in that ended before a time. */
export const deleteAttemptsBefore = (
  db: Connection,
  table: 'sign_ups' | 'sign_ins',
  time: number,
): Promise<number> =>
  deleteAll(() =>
    db
      .deleteFrom(table)
      .where('id', 'in', (select) =>
        select.selectFrom(table).select('id').where('abandon_at', '<', time).limit(batch),
      )
      .executeTakeFirst(),
  )

/** Codes of attempts, and of backends, that ended before a time. */
export const deleteCodesBefore = (db: Connection, time: number): Promise<number> =>
  deleteAll(() =>
    db
      .deleteFrom('verifications')
      .where('id', 'in', (select) =>
        select
          .selectFrom('verifications')
          .select('id')
          .where('owner', 'in', ['sign_up', 'sign_in', 'session', 'second_factor', 'backend', 'passkey'])
          .where('expire_at', '<', time)
          .limit(batch),
      )
      .executeTakeFirst(),
  )

/** Ways to providers that were begun before a time. */
export const deleteFlowsBefore = (db: Connection, time: number): Promise<number> =>
  deleteAll(() =>
    db
      .deleteFrom('oauth_flows')
      .where('id', 'in', (select) =>
        select.selectFrom('oauth_flows').select('id').where('created_at', '<', time).limit(batch),
      )
      .executeTakeFirst(),
  )

/** Handshakes that had to come to their end before a time. */
export const deleteHandshakesBefore = (db: Connection, time: number): Promise<number> =>
  deleteAll(() =>
    db
      .deleteFrom('handshakes')
      .where('nonce_digest', 'in', (select) =>
        select.selectFrom('handshakes').select('nonce_digest').where('expire_at', '<', time).limit(batch),
      )
      .executeTakeFirst(),
  )

/** Sends of codes that no limit looks at any more. */
export const deleteAllCodeSendsBefore = (db: Connection, time: number): Promise<number> =>
  deleteAll(() =>
    db
      .deleteFrom('code_sends')
      .where('id', 'in', (select) =>
        select.selectFrom('code_sends').select('id').where('sent_at', '<', time).limit(batch),
      )
      .executeTakeFirst(),
  )

/** Sessions that ended before a time, by themselves or not. */
export const deleteSessionsBefore = (db: Connection, time: number): Promise<number> =>
  deleteAll(() =>
    db
      .deleteFrom('sessions')
      .where('id', 'in', (select) =>
        select
          .selectFrom('sessions')
          .select('id')
          .where('expire_at', '<', time)
          .where('updated_at', '<', time)
          .limit(batch),
      )
      .executeTakeFirst(),
  )

/** Tickets that could not be used any more at a time. */
export const deleteTicketsBefore = (db: Connection, time: number): Promise<number> =>
  deleteAll(() =>
    db
      .deleteFrom('tickets')
      .where('id', 'in', (select) =>
        select.selectFrom('tickets').select('id').where('expire_at', '<', time).limit(batch),
      )
      .executeTakeFirst(),
  )

/** Browsers that nobody signed in or out on since a time, and that hold nothing any more. */
export const deleteClientsBefore = (db: Connection, time: number): Promise<number> =>
  deleteAll(() =>
    db
      .deleteFrom('clients')
      .where('id', 'in', (select) =>
        select
          .selectFrom('clients')
          .select('id')
          .where('created_at', '<', time)
          .where('updated_at', '<', time)
          .where(({ not, exists, selectFrom }) =>
            not(
              exists(
                selectFrom('sessions')
                  .select('sessions.id')
                  .whereRef('sessions.client_id', '=', 'clients.id'),
              ),
            ),
          )
          .limit(batch),
      )
      .executeTakeFirst(),
  )
