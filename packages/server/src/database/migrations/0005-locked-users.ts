import type { Kysely } from 'kysely'

/** Users may be locked for a time. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('users').addColumn('locked_until', 'bigint').execute()
}
