import type { Kysely } from 'kysely'

/** A device that somebody has signed in on has tries of its own, and a backend may have somebody trusted on every device. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('device_tries')
    .addColumn('user_id', 'text', (column) => column.notNull().references('users.id').onDelete('cascade'))
    .addColumn('client_id', 'text', (column) => column.notNull().references('clients.id').onDelete('cascade'))
    .addColumn('failed_attempts', 'integer', (column) => column.notNull())
    .addColumn('locked_until', 'bigint')
    .addPrimaryKeyConstraint('device_tries_key', ['user_id', 'client_id'])
    .execute()
  await db.schema.createIndex('device_tries_client').on('device_tries').column('client_id').execute()
  await db.schema
    .alterTable('users')
    .addColumn('bypass_client_trust', 'integer', (definition) => definition.notNull().defaultTo(0))
    .execute()
}
