import type { Kysely } from 'kysely'

/** People may have second factors, and wrong tries count against the account. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const column of ['totp_sealed', 'last_second_factor'])
    await db.schema.alterTable('users').addColumn(column, 'text').execute()
  for (const column of ['totp_verified_at', 'totp_last_step', 'mfa_enabled_at', 'mfa_disabled_at'])
    await db.schema.alterTable('users').addColumn(column, 'bigint').execute()
  await db.schema.alterTable('users').addColumn('backup_codes_created_at', 'bigint').execute()
  for (const column of ['backup_codes_left', 'failed_attempts'])
    await db.schema
      .alterTable('users')
      .addColumn(column, 'integer', (definition) => definition.notNull().defaultTo(0))
      .execute()
  for (const column of ['reserved_for_second_factor', 'default_second_factor'])
    await db.schema
      .alterTable('contacts')
      .addColumn(column, 'integer', (definition) => definition.notNull().defaultTo(0))
      .execute()
  await db.schema.alterTable('sign_ins').addColumn('second_factor_strategy', 'text').execute()
  await db.schema.alterTable('sign_ins').addColumn('second_factor_at', 'bigint').execute()
  await db.schema
    .createTable('backup_codes')
    .addColumn('user_id', 'text', (column) => column.notNull().references('users.id').onDelete('cascade'))
    .addColumn('code_digest', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('backup_codes_key', ['user_id', 'code_digest'])
    .execute()
}
