import { type Kysely, sql } from 'kysely'

// One DDL for SQLite and PostgreSQL: bigint milliseconds, text JSON, integer booleans.

export async function up(db: Kysely<unknown>): Promise<void> {
  await createUsers(db)
  await createEmailAddresses(db)
  await createClients(db)
  await createSessions(db)
  await createSignUps(db)
  await createSignIns(db)
  await createVerifications(db)
  await createKeys(db)
}

async function createUsers(db: Kysely<unknown>) {
  await db.schema
    .createTable('users')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('external_id', 'text')
    .addColumn('username', 'text')
    .addColumn('username_norm', 'text')
    .addColumn('first_name', 'text')
    .addColumn('last_name', 'text')
    .addColumn('locale', 'text')
    .addColumn('primary_email_address_id', 'text')
    .addColumn('password_digest', 'text')
    .addColumn('password_updated_at', 'bigint')
    .addColumn('public_metadata', 'text', (column) => column.notNull().defaultTo('{}'))
    .addColumn('private_metadata', 'text', (column) => column.notNull().defaultTo('{}'))
    .addColumn('unsafe_metadata', 'text', (column) => column.notNull().defaultTo('{}'))
    .addColumn('delete_self_enabled', 'integer', (column) => column.notNull())
    .addColumn('banned', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('legal_accepted_at', 'bigint')
    .addColumn('last_sign_in_at', 'bigint')
    .addColumn('last_active_at', 'bigint')
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('updated_at', 'bigint', (column) => column.notNull())
    .execute()
  await db.schema.createIndex('users_external_id').unique().on('users').column('external_id').execute()
  await db.schema.createIndex('users_username').unique().on('users').column('username_norm').execute()
  await db.schema.createIndex('users_created_at').on('users').columns(['created_at', 'id']).execute()
  await db.schema
    .createTable('audit_log')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('event', 'text', (column) => column.notNull())
    .addColumn('user_id', 'text')
    .addColumn('session_id', 'text')
    .addColumn('ip_address', 'text')
    .addColumn('result', 'text', (column) => column.notNull())
    .execute()
  await db.schema.createIndex('audit_log_user').on('audit_log').columns(['user_id', 'at']).execute()
}

async function createEmailAddresses(db: Kysely<unknown>) {
  await db.schema
    .createTable('email_addresses')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('user_id', 'text', (column) => column.notNull().references('users.id').onDelete('cascade'))
    .addColumn('value', 'text', (column) => column.notNull())
    .addColumn('value_norm', 'text', (column) => column.notNull())
    .addColumn('verified_at', 'bigint')
    .addColumn('verification_strategy', 'text')
    .addColumn('verified_at_client', 'text')
    .addColumn('claimed', 'integer', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('updated_at', 'bigint', (column) => column.notNull())
    .execute()
  await db.schema
    .createIndex('email_addresses_claimed')
    .unique()
    .on('email_addresses')
    .column('value_norm')
    .where(sql.ref('claimed'), '=', sql.lit(1))
    .execute()
  await db.schema
    .createIndex('email_addresses_user')
    .unique()
    .on('email_addresses')
    .columns(['user_id', 'value_norm'])
    .execute()
}

async function createClients(db: Kysely<unknown>) {
  await db.schema
    .createTable('clients')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('secret_digest', 'text', (column) => column.notNull().unique())
    .addColumn('previous_digest', 'text')
    .addColumn('rotated_at', 'bigint')
    .addColumn('sign_in_id', 'text')
    .addColumn('sign_up_id', 'text')
    .addColumn('last_active_session_id', 'text')
    .addColumn('last_authentication_strategy', 'text')
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('updated_at', 'bigint', (column) => column.notNull())
    .execute()
  await db.schema.createIndex('clients_previous').on('clients').column('previous_digest').execute()
}

async function createSessions(db: Kysely<unknown>) {
  await db.schema
    .createTable('sessions')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('client_id', 'text', (column) => column.notNull().references('clients.id').onDelete('cascade'))
    .addColumn('user_id', 'text', (column) => column.notNull().references('users.id').onDelete('cascade'))
    .addColumn('status', 'text', (column) => column.notNull())
    .addColumn('actor', 'text')
    .addColumn('first_factor_at', 'bigint', (column) => column.notNull())
    .addColumn('second_factor_at', 'bigint')
    .addColumn('expire_at', 'bigint', (column) => column.notNull())
    .addColumn('abandon_at', 'bigint', (column) => column.notNull())
    .addColumn('last_active_at', 'bigint', (column) => column.notNull())
    .addColumn('activity_id', 'text', (column) => column.notNull())
    .addColumn('device_type', 'text')
    .addColumn('is_mobile', 'integer', (column) => column.notNull())
    .addColumn('browser_name', 'text')
    .addColumn('browser_version', 'text')
    .addColumn('ip_address', 'text')
    .addColumn('city', 'text')
    .addColumn('country', 'text')
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('updated_at', 'bigint', (column) => column.notNull())
    .execute()
  await db.schema.createIndex('sessions_client').on('sessions').columns(['client_id', 'status']).execute()
  await db.schema.createIndex('sessions_user').on('sessions').columns(['user_id', 'status']).execute()
}

async function createSignUps(db: Kysely<unknown>) {
  await db.schema
    .createTable('sign_ups')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('client_id', 'text', (column) => column.notNull().references('clients.id').onDelete('cascade'))
    .addColumn('email_address', 'text')
    .addColumn('email_address_norm', 'text')
    .addColumn('email_verified_at', 'bigint')
    .addColumn('email_verified_at_client', 'text')
    .addColumn('first_name', 'text')
    .addColumn('last_name', 'text')
    .addColumn('password_digest', 'text')
    .addColumn('unsafe_metadata', 'text', (column) => column.notNull().defaultTo('{}'))
    .addColumn('locale', 'text')
    .addColumn('legal_accepted_at', 'bigint')
    .addColumn('created_user_id', 'text')
    .addColumn('created_session_id', 'text')
    .addColumn('abandon_at', 'bigint', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('updated_at', 'bigint', (column) => column.notNull())
    .execute()
  await db.schema.createIndex('sign_ups_client').on('sign_ups').column('client_id').execute()
}

async function createSignIns(db: Kysely<unknown>) {
  await db.schema
    .createTable('sign_ins')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('client_id', 'text', (column) => column.notNull().references('clients.id').onDelete('cascade'))
    .addColumn('status', 'text', (column) => column.notNull())
    .addColumn('identifier', 'text')
    .addColumn('user_id', 'text', (column) => column.references('users.id').onDelete('cascade'))
    .addColumn('first_factor_strategy', 'text')
    .addColumn('first_factor_at', 'bigint')
    .addColumn('created_session_id', 'text')
    .addColumn('abandon_at', 'bigint', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('updated_at', 'bigint', (column) => column.notNull())
    .execute()
  await db.schema.createIndex('sign_ins_client').on('sign_ins').column('client_id').execute()
}

async function createVerifications(db: Kysely<unknown>) {
  await db.schema
    .createTable('verifications')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('owner', 'text', (column) => column.notNull())
    .addColumn('owner_id', 'text', (column) => column.notNull())
    .addColumn('strategy', 'text', (column) => column.notNull())
    .addColumn('target_norm', 'text', (column) => column.notNull())
    .addColumn('target_id', 'text')
    .addColumn('code_digest', 'text', (column) => column.notNull())
    .addColumn('attempts', 'integer', (column) => column.notNull())
    .addColumn('status', 'text', (column) => column.notNull())
    .addColumn('sent_at', 'bigint', (column) => column.notNull())
    .addColumn('expire_at', 'bigint', (column) => column.notNull())
    .execute()
  await db.schema
    .createIndex('verifications_owner')
    .unique()
    .on('verifications')
    .columns(['owner_id', 'owner', 'strategy'])
    .execute()
  await db.schema
    .createTable('code_sends')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('target_digest', 'text', (column) => column.notNull())
    .addColumn('purpose', 'text', (column) => column.notNull())
    .addColumn('sent_at', 'bigint', (column) => column.notNull())
    .execute()
  await db.schema
    .createIndex('code_sends_target')
    .on('code_sends')
    .columns(['target_digest', 'purpose', 'sent_at'])
    .execute()
}

async function createKeys(db: Kysely<unknown>) {
  await db.schema
    .createTable('signing_keys')
    .addColumn('kid', 'text', (column) => column.primaryKey())
    .addColumn('private_jwk_sealed', 'text', (column) => column.notNull())
    .addColumn('public_jwk', 'text', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('retire_at', 'bigint')
    .execute()
  await db.schema
    .createTable('secret_keys')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('key_digest', 'text', (column) => column.notNull().unique())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('revoked_at', 'bigint')
    .execute()
}
