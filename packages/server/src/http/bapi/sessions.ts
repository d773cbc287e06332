import { createBackendToken, createSession, listSessions } from '@usher/protocol'
import type { Hono } from 'hono'
import type { SessionRow } from '../../database/schema/sessions.ts'
import { createSession as create } from '../../usecases/create-session.ts'
import { issueBackendToken } from '../../usecases/issue-backend-token.ts'
import { listSessions as list } from '../../usecases/list-sessions.ts'
import { readSession } from '../../usecases/read-session.ts'
import { revokeSession } from '../../usecases/revoke-session.ts'
import type { AppContext, AppEnv } from '../context.ts'
import { presentBackendSession } from '../presenters/session.ts'
import { readBody, readQuery } from '../read-input.ts'

/** Sessions, for a backend with a secret key: `/v1/sessions`. */
export function sessionRoutes(app: Hono<AppEnv>): void {
  app.get('/v1/sessions', async (c) => {
    const { client_id, user_id, status, limit, offset, paginated } = readQuery(c, listSessions)
    const input = { clientId: client_id, userId: user_id, status, limit, offset }
    const { sessions, total } = await list(c.var.deps, input)
    const data = sessions.map((session) => present(c, session))
    return c.json(paginated ? { data, total_count: total } : data)
  })

  app.post('/v1/sessions', async (c) => {
    const { user_id: userId } = await readBody(c, createSession)
    return c.json(present(c, await create(c.var.deps, userId)))
  })

  app.get('/v1/sessions/:id', async (c) =>
    c.json(present(c, await readSession(c.var.deps, c.req.param('id')))),
  )

  app.post('/v1/sessions/:id/revoke', async (c) =>
    c.json(present(c, await revokeSession(c.var.deps, c.req.param('id')))),
  )

  app.post('/v1/sessions/:id/tokens', async (c) => {
    const { expires_in_seconds } = await readBody(c, createBackendToken)
    const input = { id: c.req.param('id'), lifetime: expires_in_seconds ?? undefined }
    return c.json({ object: 'token', jwt: await issueBackendToken(c.var.deps, input) })
  })
}

const present = (c: AppContext, session: SessionRow) => presentBackendSession(session, c.var.deps.clock.now())
