import { closeSync, openSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import type { SqliteDialect, SqliteStatement } from 'kysely'
import { TransactionalSqliteDialect } from '../database/sqlite-dialect.ts'

// Texts differ by the number of ids in a list, too, so they are not bounded by themselves.
const mostKept = 500

/**
 * Kysely over the SQLite that Node brings.
 * @param path of the database file, or `:memory:`
 */
export function createSqliteDialect(path: string): SqliteDialect {
  return new TransactionalSqliteDialect({ database: async () => openDatabase(path) })
}

function openDatabase(path: string) {
  // Made for its owner alone, whatever the folder allows; SQLite gives its helper files the same mode.
  if (path !== ':memory:') closeSync(openSync(path, 'a', 0o600))
  const database = new DatabaseSync(path)
  database.exec('pragma busy_timeout = 5000')
  database.exec('pragma journal_mode = wal')
  database.exec('pragma synchronous = full')
  database.exec('pragma foreign_keys = on')
  return { close: () => database.close(), prepare: keepStatements(database) }
}

/** Prepares each text once. Nobody streams rows here, so a kept statement is never in use when it is asked for. */
function keepStatements(database: DatabaseSync): (sql: string) => SqliteStatement {
  const kept = new Map<string, SqliteStatement>()
  return (sql) => {
    const known = kept.get(sql)
    if (known) return known
    const statement = prepare(database, sql)
    if (kept.size >= mostKept) kept.delete(kept.keys().next().value ?? '')
    kept.set(sql, statement)
    return statement
  }
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
