import { createToken, touchSession } from '@usher/protocol'
import type { Hono } from 'hono'
import { endSession } from '../../usecases/end-session.ts'
import { issueSessionToken } from '../../usecases/issue-session-token.ts'
import { type ClientSession, readClientSession } from '../../usecases/read-client-session.ts'
import { touchSession as touch } from '../../usecases/touch-session.ts'
import type { AppContext, AppEnv } from '../context.ts'
import { writeClientSecret } from '../cookies.ts'
import { requireClient } from '../middleware/client.ts'
import { presentEndedSession, presentSession } from '../presenters/session.ts'
import { readBody } from '../read-input.ts'
import { respond } from '../respond.ts'

/** The sessions of this browser: `/v1/client/sessions/{id}`. */
export function clientSessionRoutes(app: Hono<AppEnv>): void {
  app.get('/v1/client/sessions/:id', async (c) => {
    const client = requireClient(c, 'signed_out')
    return answer(c, await readClientSession(c.var.deps, client, c.req.param('id')))
  })

  app.post('/v1/client/sessions/:id/touch', async (c) => {
    await readBody(c, touchSession)
    const client = requireClient(c, 'signed_out')
    return answer(c, await touch(c.var.deps, { client, id: c.req.param('id'), device: c.var.device }))
  })

  app.post('/v1/client/sessions/:id/tokens', async (c) => {
    await readBody(c, createToken)
    const client = requireClient(c, 'signed_out')
    const { deps, origin, device } = c.var
    const jwt = await issueSessionToken(deps, { client, id: c.req.param('id'), origin, device })
    return c.json({ object: 'token', jwt })
  })

  for (const [verb, status] of [
    ['end', 'ended'],
    ['remove', 'removed'],
  ] as const) {
    app.post(`/v1/client/sessions/:id/${verb}`, async (c) => {
      const client = requireClient(c, 'signed_out')
      const { session, clientSecret } = await endSession(c.var.deps, {
        client,
        id: c.req.param('id'),
        status,
        device: c.var.device,
      })
      if (clientSecret !== null) writeClientSecret(c, clientSecret)
      return respond(c, presentEndedSession(session, c.var.deps.clock.now()))
    })
  }
}

async function answer(c: AppContext, { session, account }: ClientSession): Promise<Response> {
  const { deps, client, origin } = c.var
  const resource = account
    ? await presentSession(deps, { ...account, session }, { origin, notBefore: client?.updated_at ?? 0 })
    : presentEndedSession(session, deps.clock.now())
  return respond(c, resource)
}
