import type { Kysely } from 'kysely'

/** People may have phone numbers beside addresses, in one table with them, and sign up with one. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('email_addresses').renameTo('contacts').execute()
  await db.schema
    .alterTable('contacts')
    .addColumn('kind', 'text', (column) => column.notNull().defaultTo('email_address'))
    .execute()
  await db.schema.alterTable('users').addColumn('primary_phone_number_id', 'text').execute()
  await db.schema.alterTable('sign_ups').addColumn('phone_number', 'text').execute()
  await db.schema.alterTable('sign_ups').addColumn('phone_number_norm', 'text').execute()
  await db.schema.alterTable('sign_ups').addColumn('phone_verified_at', 'bigint').execute()
  await db.schema.alterTable('sign_ups').addColumn('phone_verified_at_client', 'text').execute()
}
