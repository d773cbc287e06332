import type { Hono } from 'hono'
import { listMySessions } from '../../usecases/list-my-sessions.ts'
import { revokeMySession } from '../../usecases/revoke-session.ts'
import type { AppEnv } from '../context.ts'
import { presentEndedSessionWithActivity, presentSessionWithActivity } from '../presenters/session.ts'
import { requireFreshSession, requireSession } from '../require-session.ts'
import { respond } from '../respond.ts'

/** The sessions of the person who is signed in, on all devices: `/v1/me/sessions`. */
export function mySessionRoutes(app: Hono<AppEnv>): void {
  for (const [path, which] of [
    ['/v1/me/sessions', 'all'],
    ['/v1/me/sessions/active', 'active'],
  ] as const)
    app.get(path, async (c) => {
      const { session } = await requireSession(c)
      const { deps } = c.var
      const { sessions, user } = await listMySessions(deps, session.user_id, which)
      return c.json(sessions.map((row) => presentSessionWithActivity(deps, row, user, deps.clock.now())))
    })

  app.post('/v1/me/sessions/:id/revoke', async (c) => {
    const caller = await requireFreshSession(c)
    const session = await revokeMySession(c.var.deps, { caller, id: c.req.param('id') })
    return respond(c, presentEndedSessionWithActivity(session, c.var.deps.clock.now()))
  })
}
