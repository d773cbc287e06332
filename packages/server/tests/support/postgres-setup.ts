import type { TestProject } from 'vitest/node'
import { preparePool } from './postgres-pool.ts'
import { startPostgres } from './start-postgres.ts'

/** One PostgreSQL for the whole run. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const cluster = await startPostgres()
  await preparePool(cluster.url)
  project.provide('postgres', cluster.url)
  return () => cluster.stop()
}
