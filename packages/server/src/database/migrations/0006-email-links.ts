import type { Kysely } from 'kysely'

const columns = ['client_id', 'user_agent', 'ip_address', 'redirect_url', 'verified_at_client']

/** Addresses may be proved by a link, which is found by its token and remembers who asked for it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const column of columns)
    await db.schema.alterTable('verifications').addColumn(column, 'text').execute()
  await db.schema.createIndex('verifications_code_digest').on('verifications').column('code_digest').execute()
}
