import type { Hono } from 'hono'
import { sql } from 'kysely'
import type { AppEnv } from '../context.ts'

/** `GET /v1/health`: 200 when the database answers. */
export function healthRoutes(app: Hono<AppEnv>): void {
  app.get('/v1/health', async (c) => {
    await sql`select 1`.execute(c.var.deps.db)
    return c.json({ status: 'healthy' })
  })
}
