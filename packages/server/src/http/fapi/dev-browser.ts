import type { Hono } from 'hono'
import { ApiError } from '../../api-error.ts'
import type { AppEnv } from '../context.ts'
import { createDevBrowserId } from '../cookies.ts'

/**
 * `POST /v1/dev_browser`, which real clients call without cookies on hosts that they take for development ones. The
 * id is kept by them and means nothing here: the `__client` cookie says which browser it is.
 */
export function devBrowserRoutes(app: Hono<AppEnv>): void {
  app.post('/v1/dev_browser', (c) => {
    if (c.var.deps.place.mode === 'production') throw new ApiError('resource_not_found')
    const id = createDevBrowserId(c.var.deps.random)
    return c.json({ object: 'dev_browser', id, token: id })
  })
}
