import type { Kysely } from 'kysely'
import { Migrator } from 'kysely/migration'
import { up as initial } from './migrations/0001-initial.ts'
import { up as signUpUsername } from './migrations/0002-sign-up-username.ts'
import type { Tables } from './schema/tables.ts'

const migrations = {
  '0001-initial': { up: initial },
  '0002-sign-up-username': { up: signUpUsername },
}

/** Brings the tables up to this version; safe to call at every start. Throws the cause when a step fails. */
export async function migrate(db: Kysely<Tables>): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } })
  const { error } = await migrator.migrateToLatest()
  if (error) throw error
}
