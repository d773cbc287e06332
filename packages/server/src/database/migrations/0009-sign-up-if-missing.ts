import type { Kysely } from 'kysely'

/** A sign-in may lead to a sign-up when nobody has its identifier. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('sign_ins')
    .addColumn('sign_up_if_missing', 'integer', (column) => column.notNull().defaultTo(0))
    .execute()
}
