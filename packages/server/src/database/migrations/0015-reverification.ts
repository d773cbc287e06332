import type { Kysely } from 'kysely'

/** Somebody who is signed in may prove once more who they are. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('sessions').addColumn('verify_level', 'text').execute()
  await db.schema.alterTable('sessions').addColumn('verify_started_at', 'bigint').execute()
}
