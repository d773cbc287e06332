import type { Hono } from 'hono'
import { ApiError } from '../../api-error.ts'
import { limit, limits } from '../../limits/limit.ts'
import { toDevBrowser } from '../../tokens/dev-browser.ts'
import { startClient } from '../../usecases/start-client.ts'
import type { AppEnv } from '../context.ts'

/**
 * `POST /v1/dev_browser`, which real clients call on hosts that they take for development ones, because the page and this
 * server may be on different sites, where no cookie passes. What it answers is the secret of that browser, and comes back
 * in the parameter `__clerk_db_jwt`.
 */
export function devBrowserRoutes(app: Hono<AppEnv>): void {
  app.post('/v1/dev_browser', async (c) => {
    const { deps } = c.var
    if (deps.place.mode === 'production') throw new ApiError('resource_not_found')
    limit(c.var, limits.createDevBrowser)
    const { clientSecret } = await startClient(deps)
    const id = toDevBrowser(clientSecret)
    return c.json({ object: 'dev_browser', id, token: id })
  })
}
