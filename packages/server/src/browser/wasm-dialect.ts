import sqlite3InitModule from '@sqlite.org/sqlite-wasm'
import type { SqliteDialect } from 'kysely'
import { TransactionalSqliteDialect } from '../database/sqlite-dialect.ts'

type Sqlite3 = Awaited<ReturnType<typeof sqlite3InitModule>>
type Connection = InstanceType<Sqlite3['oo1']['DB']>
type Bind = NonNullable<
  Parameters<Connection['exec']>[0] extends infer Options
    ? Options extends { bind?: infer B }
      ? B
      : never
    : never
>

let loading: Promise<Sqlite3> | null = null

/** Kysely over SQLite in WebAssembly: a new database in the memory of the page. */
export function createWasmDialect(): SqliteDialect {
  return new TransactionalSqliteDialect({ database: open })
}

async function open() {
  loading ??= sqlite3InitModule()
  const sqlite3 = await loading
  const database = new sqlite3.oo1.DB(':memory:')
  database.exec('pragma foreign_keys = on')
  return { close: () => database.close(), prepare: (sql: string) => prepare(sqlite3, database, sql) }
}

function prepare(sqlite3: Sqlite3, database: Connection, sql: string) {
  const statement = database.prepare(sql)
  const reader = statement.columnCount > 0
  statement.finalize()
  const all = (parameters: readonly unknown[]): unknown[] =>
    database.exec({
      sql,
      ...(parameters.length > 0 ? { bind: parameters as Bind } : {}),
      rowMode: 'object',
      returnValue: 'resultRows',
    })
  return {
    reader,
    all,
    iterate: (parameters: readonly unknown[]) => all(parameters)[Symbol.iterator](),
    run(parameters: readonly unknown[]) {
      all(parameters)
      if (database.pointer === undefined) throw new Error('the database is closed')
      return {
        changes: database.changes(),
        lastInsertRowid: Number(sqlite3.capi.sqlite3_last_insert_rowid(database.pointer)),
      }
    },
  }
}
