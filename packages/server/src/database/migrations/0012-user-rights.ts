import type { Kysely } from 'kysely'

/** A backend may call a password compromised, and say who may found organizations. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('users').addColumn('password_compromised_at', 'bigint').execute()
  await db.schema.alterTable('users').addColumn('create_organization_enabled', 'integer').execute()
  await db.schema.alterTable('users').addColumn('create_organizations_limit', 'integer').execute()
}
