import type { Kysely } from 'kysely'

/** Who may have an account: invitations, lists of who is let in and who is not, and those who wait. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('invitations')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('email_address', 'text', (column) => column.notNull())
    .addColumn('email_address_norm', 'text', (column) => column.notNull())
    .addColumn('token_digest', 'text', (column) => column.notNull().unique())
    .addColumn('status', 'text', (column) => column.notNull())
    .addColumn('pending_key', 'text', (column) => column.unique())
    .addColumn('public_metadata', 'text', (column) => column.notNull())
    .addColumn('redirect_url', 'text')
    .addColumn('expire_at', 'bigint', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('updated_at', 'bigint', (column) => column.notNull())
    .execute()
  await db.schema
    .createIndex('invitations_email_address')
    .on('invitations')
    .column('email_address_norm')
    .execute()
  await db.schema
    .createTable('access_identifiers')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('list', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('identifier', 'text', (column) => column.notNull())
    .addColumn('invitation_id', 'text', (column) => column.references('invitations.id').onDelete('set null'))
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('updated_at', 'bigint', (column) => column.notNull())
    .addUniqueConstraint('access_identifiers_once', ['list', 'identifier'])
    .execute()
  await db.schema
    .createTable('waitlist_entries')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('email_address', 'text', (column) => column.notNull())
    .addColumn('email_address_norm', 'text', (column) => column.notNull().unique())
    .addColumn('status', 'text', (column) => column.notNull())
    .addColumn('invitation_id', 'text', (column) => column.references('invitations.id').onDelete('set null'))
    .addColumn('invited_at', 'bigint')
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('updated_at', 'bigint', (column) => column.notNull())
    .execute()
  await db.schema.alterTable('sign_ups').addColumn('invitation_id', 'text').execute()
}
