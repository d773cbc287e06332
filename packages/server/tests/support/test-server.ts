import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Dialect, Kysely, sql } from 'kysely'
import { afterAll, inject } from 'vitest'
import type { Tables } from '../../src/database/schema/tables.ts'
import { createPostgresDialect } from '../../src/node/postgres-dialect.ts'
import { createSqliteDialect } from '../../src/node/sqlite-dialect.ts'
import {
  createTestServer as createServer,
  type TestServer,
  type TestServerOptions,
} from '../../src/testing/index.ts'
import { template } from './template.ts'

/** A database that outlives the servers which open it, until the test file has ended. */
export type TestDatabase = {
  open(): Promise<Dialect>
  /** `postgres://…`, or undefined for SQLite. */
  url: string | undefined
}

const cleanUps: (() => Promise<unknown>)[] = []

afterAll(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp()
})

/** A real server on the database of this run: SQLite, or PostgreSQL in the project of that name. */
export async function createTestServer({
  database,
  ...options
}: TestServerOptions & { database?: TestDatabase } = {}): Promise<TestServer> {
  const dialect = database
    ? await database.open()
    : inject('postgres')
      ? await (await createTestDatabase()).open()
      : createSqliteDialect(':memory:')
  const server = await createServer({ ...options, dialect })
  let closing: Promise<void> | null = null
  const close = () => {
    closing ??= server.close()
    return closing
  }
  cleanUps.push(close)
  return { ...server, close }
}

/** A new empty database of this run; without tables when no server has opened it yet. */
export async function createTestDatabase({ hasTables = true } = {}): Promise<TestDatabase> {
  const cluster = inject('postgres')
  return cluster
    ? createPostgresDatabase(cluster, hasTables ? template : 'template0')
    : createSqliteDatabase()
}

async function createPostgresDatabase(cluster: string, from: string): Promise<TestDatabase> {
  const name = `usher_${randomBytes(8).toString('hex')}`
  await onCluster(cluster, (db) =>
    sql`create database ${sql.ref(name)} template ${sql.ref(from)}`.execute(db),
  )
  cleanUps.push(() =>
    onCluster(cluster, (db) => sql`drop database ${sql.ref(name)} with (force)`.execute(db)),
  )
  const url = `${cluster}/${name}`
  return { url, open: () => createPostgresDialect(url) }
}

async function createSqliteDatabase(): Promise<TestDatabase> {
  const folder = await mkdtemp(join(tmpdir(), 'usher-test-'))
  cleanUps.push(() => rm(folder, { recursive: true, force: true }))
  return { url: undefined, open: async () => createSqliteDialect(join(folder, 'usher.db')) }
}

async function onCluster(url: string, work: (db: Kysely<Tables>) => Promise<unknown>): Promise<void> {
  const db = new Kysely<Tables>({ dialect: await createPostgresDialect(`${url}/postgres`) })
  await work(db)
  await db.destroy()
}
