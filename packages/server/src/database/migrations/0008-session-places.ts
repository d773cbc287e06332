import type { Kysely } from 'kysely'

/** A session says whether it came from a country where its user had not been signed in before. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('sessions')
    .addColumn('is_new_place', 'integer', (column) => column.notNull().defaultTo(0))
    .execute()
}
