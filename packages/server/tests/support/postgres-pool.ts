import { randomBytes } from 'node:crypto'
import { Kysely, sql } from 'kysely'
import { migrate } from '../../src/database/migrate.ts'
import type { Tables } from '../../src/database/schema/tables.ts'
import { createPostgresDialect } from '../../src/node/postgres-dialect.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** `postgres://…` without a database; empty where the tests run on SQLite. */
    postgres: string
  }
}

type Pool = { idle_databases: { name: string } }
/** A database of a test, and what to do with it once the test is over. */
type LentDatabase = { url: string; giveBack(): Promise<void> }

const template = 'usher_template'
// The cluster itself keeps which databases nobody uses, so that all workers share them.
const pool = (cluster: string) => `${cluster}/postgres`

/** Makes ready what the test databases of a new cluster are copies of. */
export async function preparePool(cluster: string): Promise<void> {
  const { url } = await createDatabase(cluster, { name: template, from: 'template1' })
  await onDatabase<Tables>(url, migrate)
  await onDatabase(pool(cluster), (db) =>
    db.schema.createTable('idle_databases').addColumn('name', 'text').execute(),
  )
}

/** An empty database with tables: one that another test has given back, or a new one; emptying costs a part of making. */
export async function takeDatabase(cluster: string): Promise<LentDatabase> {
  const { rows } = await onDatabase(pool(cluster), (db) =>
    sql<Pool['idle_databases']>`
      delete from idle_databases
      where name = (select name from idle_databases limit 1 for update skip locked) returning name`.execute(
      db,
    ),
  )
  const url = rows[0] ? `${cluster}/${rows[0].name}` : (await createDatabase(cluster)).url
  return { url, giveBack: () => empty(cluster, url) }
}

/** A new copy of another database, which goes with its test. */
export async function createDatabase(
  cluster: string,
  { name = `usher_${randomBytes(8).toString('hex')}`, from = template } = {},
): Promise<LentDatabase> {
  await onDatabase(pool(cluster), (db) =>
    sql`create database ${sql.ref(name)} template ${sql.ref(from)}`.execute(db),
  )
  return {
    url: `${cluster}/${name}`,
    async giveBack() {
      await onDatabase(pool(cluster), (db) => sql`drop database ${sql.ref(name)} with (force)`.execute(db))
    },
  }
}

async function empty(cluster: string, url: string): Promise<void> {
  const name = new URL(url).pathname.slice(1)
  await onDatabase(pool(cluster), (db) =>
    sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = ${name}`.execute(db),
  )
  await onDatabase(url, async (db) => {
    const tables = await sql<{ name: string }>`
      select tablename as name from pg_tables
      where schemaname = 'public' and tablename not like 'kysely%'`.execute(db)
    // Not row by row: rows of the next test must lie in the order in which it wrote them, as in a new database.
    await sql.raw(`truncate ${tables.rows.map((table) => `"${table.name}"`).join(', ')}`).execute(db)
  })
  await onDatabase(pool(cluster), (db) => db.insertInto('idle_databases').values({ name }).execute())
}

async function onDatabase<D = Pool, T = unknown>(
  url: string,
  work: (db: Kysely<D>) => Promise<T>,
): Promise<T> {
  const db = new Kysely<D>({ dialect: await createPostgresDialect(url) })
  try {
    return await work(db)
  } finally {
    await db.destroy()
  }
}
