import type { Hono } from 'hono'
import type { AppEnv } from '../context.ts'

/** The public halves of the signing keys, for anybody who verifies a session token (RFC 7517). */
export function jwksRoutes(app: Hono<AppEnv>): void {
  for (const path of ['/.well-known/jwks.json', '/v1/jwks'])
    app.get(path, async (c) => {
      const body = JSON.stringify(await c.var.deps.keys.jwks())
      return c.body(body, 200, { 'Content-Type': 'application/json', 'Cache-Control': 'public, max-age=60' })
    })
}
