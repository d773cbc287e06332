import { createToken, touchSession } from '@usher/protocol'
import type { Hono } from 'hono'
import { ApiError } from '../../api-error.ts'
import { loadUserView } from '../../usecases/client-view.ts'
import { endSession } from '../../usecases/end-session.ts'
import { activeSession, touchSession as touch } from '../../usecases/touch-session.ts'
import type { AppEnv } from '../context.ts'
import { ensureClient } from '../middleware/client.ts'
import { presentEndedSession, presentSession } from '../presenters/session.ts'
import { readBody } from '../read-input.ts'
import { respond } from '../respond.ts'

/** The sessions of this browser: `/v1/client/sessions/{id}`. */
export function clientSessionRoutes(app: Hono<AppEnv>): void {
  app.post('/v1/client/sessions/:id/touch', async (c) => {
    await readBody(c, touchSession)
    const { deps, device, origin } = c.var
    const client = await ensureClient(c)
    const session = await touch(deps, { client, id: c.req.param('id'), device })
    const account = await loadUserView(deps, session.user_id)
    if (!account) throw new ApiError('authentication_invalid')
    const place = { origin, notBefore: client.updated_at }
    return respond(c, await presentSession(deps, { ...account, session }, place))
  })

  app.post('/v1/client/sessions/:id/tokens', async (c) => {
    await readBody(c, createToken)
    const { deps, client, origin } = c.var
    const session = await activeSession(deps, client, c.req.param('id'))
    const jwt = await deps.sessionTokens.issue({ session, origin, notBefore: client?.updated_at ?? 0 })
    return c.json({ object: 'token', jwt })
  })

  for (const [verb, status] of [
    ['end', 'ended'],
    ['remove', 'removed'],
  ] as const) {
    app.post(`/v1/client/sessions/:id/${verb}`, async (c) => {
      const client = await ensureClient(c)
      const session = await endSession(c.var.deps, { client, id: c.req.param('id'), status })
      return respond(c, presentEndedSession(session, c.var.deps.clock.now()))
    })
  }
}
