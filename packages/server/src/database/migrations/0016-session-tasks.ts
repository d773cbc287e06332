import { type Kysely, sql } from 'kysely'

/** A session may wait for its person to do something first; and a password that was changed is not compromised. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('sessions').addColumn('tasks', 'text').execute()
  await sql`update users set password_compromised_at = null where password_updated_at > password_compromised_at`.execute(
    db,
  )
}
