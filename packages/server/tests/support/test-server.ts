import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Dialect } from 'kysely'
import { afterAll, afterEach, beforeEach, inject } from 'vitest'
import { createPostgresDialect } from '../../src/node/postgres-dialect.ts'
import { createSqliteDialect } from '../../src/node/sqlite-dialect.ts'
import {
  createTestServer as createServer,
  type TestServer,
  type TestServerOptions,
} from '../../src/testing/index.ts'
import { createDatabase, takeDatabase } from './postgres-pool.ts'

/** A database that outlives the servers which open it, until the test that made it or, made outside of one, its file has ended. */
export type TestDatabase = {
  open(): Promise<Dialect>
  /** `postgres://…`, or undefined for SQLite. */
  url: string | undefined
}

const ofFile: (() => Promise<unknown>)[] = []
const ofTest: typeof ofFile = []
let cleanUps = ofFile

beforeEach(() => {
  cleanUps = ofTest
})
afterEach(async () => {
  cleanUps = ofFile
  await cleanUp(ofTest)
})
afterAll(() => cleanUp(ofFile))

async function cleanUp(steps: typeof ofFile): Promise<void> {
  for (const step of steps.splice(0).reverse()) await step()
}

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
  return cluster ? createPostgresDatabase(cluster, hasTables) : createSqliteDatabase()
}

async function createPostgresDatabase(cluster: string, hasTables: boolean): Promise<TestDatabase> {
  const database = hasTables
    ? await takeDatabase(cluster)
    : await createDatabase(cluster, { from: 'template0' })
  cleanUps.push(database.giveBack)
  return { url: database.url, open: () => createPostgresDialect(database.url) }
}

async function createSqliteDatabase(): Promise<TestDatabase> {
  const folder = await mkdtemp(join(tmpdir(), 'usher-test-'))
  cleanUps.push(() => rm(folder, { recursive: true, force: true }))
  return { url: undefined, open: async () => createSqliteDialect(join(folder, 'usher.db')) }
}
