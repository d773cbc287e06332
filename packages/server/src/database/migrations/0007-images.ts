import type { Kysely } from 'kysely'

/** Users may have a picture; files that belong to nobody are remembered until they are deleted. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('users').addColumn('image_name', 'text').execute()
  await db.schema
    .createTable('discarded_images')
    .addColumn('name', 'text', (column) => column.primaryKey())
    .addColumn('discarded_at', 'bigint', (column) => column.notNull())
    .execute()
}
