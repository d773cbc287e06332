import { join } from 'node:path'
import { Kysely } from 'kysely'
import type { Tables } from '../database/schema/tables.ts'
import { createPostgresDialect } from './postgres-dialect.ts'
import { type Settings, SettingsError } from './settings/server-settings.ts'
import { createSqliteDialect } from './sqlite-dialect.ts'

/** The database that the settings name: PostgreSQL, or the SQLite file in the data folder. Connects at the first query. */
export async function openDatabase({ host }: Settings, folder: string): Promise<Kysely<Tables>> {
  const dialect = host.databaseUrl
    ? await createPostgresDialect(host.databaseUrl)
    : createSqliteDialect(databaseFile(folder))
  return new Kysely<Tables>({ dialect })
}

export const databaseFile = (folder: string): string => join(folder, 'usher.db')

/** Puts into one sentence which database cannot be used, and why. */
export function describeDatabaseError(error: unknown, { host }: Settings, folder: string): SettingsError {
  const where = host.databaseUrl
    ? `The database at ${new URL(host.databaseUrl).host} (USHER_DATABASE_URL)`
    : `The database in ${folder} (USHER_DATA)`
  return new SettingsError(`${where} cannot be used: ${describeReason(error)}.`)
}

function describeReason(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  // Kysely's words for a step that stands in the database, but not in this program.
  if (/^corrupted migrations: previously executed migration/.test(error.message))
    return 'a newer version of Usher has changed it, so it needs that version or a newer one'
  // What WebCrypto says when a sealed key does not open.
  if (error.name === 'OperationError')
    return 'its keys were sealed with another secret (USHER_SECRET, or the file "secret" in the data folder)'
  return (error.message || error.name || 'it does not answer').replace(/\.$/, '')
}
