import { toEnvironment } from '@usher/protocol'
import type { Hono } from 'hono'
import type { AppEnv } from '../context.ts'

/** What the instance allows and asks for: `GET` or `PATCH /v1/environment`, the bare document. */
export function environmentRoutes(app: Hono<AppEnv>): void {
  app.on(['GET', 'PATCH'], '/v1/environment', (c) =>
    c.json(toEnvironment(c.var.deps.settings, c.var.deps.place)),
  )
}
