import { SqliteAdapter, SqliteDialect } from 'kysely'

/** Kysely over SQLite, told that a change of tables belongs to its transaction there as well: all of it or nothing. */
export class TransactionalSqliteDialect extends SqliteDialect {
  override createAdapter(): SqliteAdapter {
    return new TransactionalSqliteAdapter()
  }
}

class TransactionalSqliteAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true
  }
}
