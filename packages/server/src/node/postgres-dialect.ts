import { PostgresDialect } from 'kysely'

/** Kysely over PostgreSQL. @param url `postgres://user:password@host:port/database` */
export async function createPostgresDialect(url: string): Promise<PostgresDialect> {
  const { default: pg } = await import('pg')
  const pgTypes = pg.types
  // Times are bigint milliseconds, far below 2^53; the driver would hand them over as text.
  const getTypeParser: typeof pgTypes.getTypeParser = (oid: number, format?: 'text' | 'binary') =>
    oid === pgTypes.builtins.INT8 ? Number : pgTypes.getTypeParser(oid, format as 'text')
  const pool = new pg.Pool({
    connectionString: url,
    max: 10,
    connectionTimeoutMillis: 5000,
    types: { getTypeParser },
  })
  // A connection that breaks while idle is replaced; the next query says what is wrong.
  pool.on('error', () => {})
  return new PostgresDialect({ pool })
}
