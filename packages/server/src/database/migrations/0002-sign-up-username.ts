import type { Kysely } from 'kysely'

/** Sign-ups may carry a username. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('sign_ups').addColumn('username', 'text').execute()
  await db.schema.alterTable('sign_ups').addColumn('username_norm', 'text').execute()
}
