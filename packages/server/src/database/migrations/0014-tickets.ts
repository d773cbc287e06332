import type { Kysely } from 'kysely'

/** A backend may give tickets that sign somebody in. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('tickets')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('user_id', 'text', (column) => column.notNull().references('users.id').onDelete('cascade'))
    .addColumn('token_digest', 'text', (column) => column.notNull().unique())
    .addColumn('status', 'text', (column) => column.notNull())
    .addColumn('actor', 'text')
    .addColumn('session_lifetime', 'bigint')
    .addColumn('expire_at', 'bigint', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('updated_at', 'bigint', (column) => column.notNull())
    .execute()
  await db.schema.createIndex('tickets_user').on('tickets').column('user_id').execute()
  await db.schema.createIndex('tickets_expire').on('tickets').column('expire_at').execute()
}
