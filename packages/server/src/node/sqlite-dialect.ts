import { DatabaseSync } from 'node:sqlite'
import { SqliteDialect, type SqliteStatement } from 'kysely'

/**
 * Kysely over the SQLite that Node brings.
 * @param path of the database file, or `:memory:`
 */
export function createSqliteDialect(path: string): SqliteDialect {
  return new SqliteDialect({ database: async () => openDatabase(path) })
}

function openDatabase(path: string) {
  const database = new DatabaseSync(path)
  database.exec('pragma journal_mode = wal')
  database.exec('pragma synchronous = full')
  database.exec('pragma foreign_keys = on')
  database.exec('pragma busy_timeout = 5000')
  return { close: () => database.close(), prepare: (sql: string) => prepare(database, sql) }
}

type Values = Parameters<ReturnType<DatabaseSync['prepare']>['all']>

function prepare(database: DatabaseSync, sql: string): SqliteStatement {
  const statement = database.prepare(sql)
  return {
    reader: statement.columns().length > 0,
    all: (parameters) => statement.all(...(parameters as Values)),
    run: (parameters) => statement.run(...(parameters as Values)),
    iterate: (parameters) => statement.iterate(...(parameters as Values)),
  }
}
