import { sql } from 'kysely'
import type { TestServer } from '../../src/testing/index.ts'

/** Every row of every table, for a test that nothing was written. */
export async function everyRow({ deps: { db } }: TestServer): Promise<Record<string, string[]>> {
  const tables = await db.introspection.getTables()
  const rows = tables.map(async ({ name }) => {
    const found = await sql`select * from ${sql.table(name)}`.execute(db)
    return [name, found.rows.map((row) => JSON.stringify(row)).sort()] as const
  })
  return Object.fromEntries(await Promise.all(rows))
}
