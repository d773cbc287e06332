import type { Kysely } from 'kysely'

/** Backends that draw pages ask the server who a browser is, by way of that browser. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('handshakes')
    .addColumn('nonce_digest', 'text', (column) => column.primaryKey())
    .addColumn('client_id', 'text', (column) => column.references('clients.id').onDelete('cascade'))
    .addColumn('page', 'text', (column) => column.notNull())
    .addColumn('dev_browser_sealed', 'text')
    .addColumn('expire_at', 'bigint', (column) => column.notNull())
    .addColumn('redeemed_at', 'bigint')
    .execute()
  await db.schema.createIndex('handshakes_client').on('handshakes').column('client_id').execute()
  await db.schema.createIndex('handshakes_expire').on('handshakes').column('expire_at').execute()
}
