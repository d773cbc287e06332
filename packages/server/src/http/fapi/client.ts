import type { Hono } from 'hono'
import { signOutAll } from '../../usecases/end-session.ts'
import type { AppEnv } from '../context.ts'
import { forgetClientSecret, writeClientSecret } from '../cookies.ts'
import { ensureClient } from '../middleware/client.ts'
import { currentClient, respond } from '../respond.ts'

/** The browser itself: `/v1/client`. */
export function clientRoutes(app: Hono<AppEnv>): void {
  app.get('/v1/client', async (c) => c.json({ response: await currentClient(c), client: null }))

  app.on(['PUT', 'POST'], '/v1/client', async (c) => {
    await ensureClient(c)
    return c.json({ response: await currentClient(c), client: null })
  })

  app.delete('/v1/client/sessions', async (c) => {
    const { client, deps, device } = c.var
    const clientSecret = client && (await signOutAll(deps, { client, device }))
    if (clientSecret !== null) writeClientSecret(c, clientSecret)
    return respond(c, await currentClient(c))
  })

  app.delete('/v1/client', async (c) => {
    const { client, deps, device } = c.var
    const clientSecret = client && (await signOutAll(deps, { client, device }))
    c.set('client', null)
    forgetClientSecret(c, clientSecret)
    return respond(c, await currentClient(c))
  })
}
