import type { Kysely } from 'kysely'

/** People may sign in with accounts of other providers. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('sign_ups').addColumn('external_strategy', 'text').execute()
  await createExternalAccounts(db)
  await createFlows(db)
}

async function createExternalAccounts(db: Kysely<unknown>) {
  await db.schema
    .createTable('external_accounts')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('user_id', 'text', (column) => column.notNull().references('users.id').onDelete('cascade'))
    .addColumn('provider', 'text', (column) => column.notNull())
    .addColumn('provider_user_id', 'text')
    .addColumn('email_address', 'text')
    .addColumn('email_verified', 'integer', (column) => column.notNull())
    .addColumn('first_name', 'text')
    .addColumn('last_name', 'text')
    .addColumn('username', 'text')
    .addColumn('image_url', 'text')
    .addColumn('approved_scopes', 'text', (column) => column.notNull())
    .addColumn('tokens_sealed', 'text')
    .addColumn('error_code', 'text')
    .addColumn('verified_at', 'bigint')
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('updated_at', 'bigint', (column) => column.notNull())
    .execute()
  await db.schema
    .createIndex('external_accounts_subject')
    .unique()
    .on('external_accounts')
    .columns(['provider', 'provider_user_id'])
    .execute()
  await db.schema.createIndex('external_accounts_user').on('external_accounts').column('user_id').execute()
}

async function createFlows(db: Kysely<unknown>) {
  await db.schema
    .createTable('oauth_flows')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('state_digest', 'text', (column) => column.notNull().unique())
    .addColumn('client_id', 'text', (column) => column.notNull().references('clients.id').onDelete('cascade'))
    .addColumn('user_id', 'text', (column) => column.references('users.id').onDelete('cascade'))
    .addColumn('owner', 'text', (column) => column.notNull())
    .addColumn('owner_id', 'text', (column) => column.notNull())
    .addColumn('provider', 'text', (column) => column.notNull())
    .addColumn('request_sealed', 'text', (column) => column.notNull())
    .addColumn('redirect_url', 'text', (column) => column.notNull())
    .addColumn('complete_redirect_url', 'text')
    .addColumn('status', 'text', (column) => column.notNull())
    .addColumn('error', 'text')
    .addColumn('identity_sealed', 'text')
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('expire_at', 'bigint', (column) => column.notNull())
    .execute()
  await db.schema
    .createIndex('oauth_flows_owner')
    .unique()
    .on('oauth_flows')
    .columns(['owner_id', 'owner'])
    .execute()
  await db.schema.createIndex('oauth_flows_client').on('oauth_flows').column('client_id').execute()
}
