import { Kysely, sql } from 'kysely'
import type { TestProject } from 'vitest/node'
import { migrate } from '../../src/database/migrate.ts'
import type { Tables } from '../../src/database/schema/tables.ts'
import { createPostgresDialect } from '../../src/node/postgres-dialect.ts'
import { startPostgres } from './start-postgres.ts'
import { template } from './template.ts'

/** One PostgreSQL for the whole run. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const cluster = await startPostgres()
  await onDatabase(`${cluster.url}/postgres`, (db) => sql`create database ${sql.ref(template)}`.execute(db))
  await onDatabase(`${cluster.url}/${template}`, migrate)
  project.provide('postgres', cluster.url)
  return () => cluster.stop()
}

async function onDatabase(url: string, work: (db: Kysely<Tables>) => Promise<unknown>): Promise<void> {
  const db = new Kysely<Tables>({ dialect: await createPostgresDialect(url) })
  await work(db)
  await db.destroy()
}
