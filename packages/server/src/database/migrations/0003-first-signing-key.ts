import type { Kysely } from 'kysely'

/** Of processes that start at once on an empty database, one makes the first key and the others take it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('signing_keys').addColumn('is_first', 'integer').execute()
  await db.schema
    .createIndex('signing_keys_is_first')
    .unique()
    .on('signing_keys')
    .column('is_first')
    .execute()
}
