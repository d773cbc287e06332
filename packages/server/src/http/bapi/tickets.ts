import { createActorToken, createSignInToken } from '@usher/protocol'
import type { Hono } from 'hono'
import { createTicket } from '../../usecases/create-ticket.ts'
import { revokeTicket } from '../../usecases/revoke-ticket.ts'
import type { AppEnv } from '../context.ts'
import { presentTicket } from '../presenters/ticket.ts'
import { readBody } from '../read-input.ts'

const month = 2_592_000
const hour = 3_600
const halfAnHour = 1_800

/** What signs somebody in once: `/v1/sign_in_tokens`, and `/v1/actor_tokens` for a person who acts as the user. */
export function ticketRoutes(app: Hono<AppEnv>): void {
  app.post('/v1/sign_in_tokens', async (c) => {
    const { user_id: userId, expires_in_seconds } = await readBody(c, createSignInToken)
    const created = await createTicket(c.var.deps, { userId, expiresIn: expires_in_seconds ?? month })
    return c.json(presentTicket(c.var.deps, created))
  })

  app.post('/v1/actor_tokens', async (c) => {
    const { user_id: userId, actor, ...fields } = await readBody(c, createActorToken)
    const sessionLifetime = fields.session_max_duration_in_seconds ?? halfAnHour
    const expiresIn = fields.expires_in_seconds ?? hour
    const input = { userId, expiresIn, impersonation: { actor, sessionLifetime } }
    return c.json(presentTicket(c.var.deps, await createTicket(c.var.deps, input)))
  })

  for (const [folder, isActor] of [
    ['sign_in_tokens', false],
    ['actor_tokens', true],
  ] as const)
    app.post(`/v1/${folder}/:id/revoke`, async (c) => {
      const ticket = await revokeTicket(c.var.deps, { id: c.req.param('id'), isActor })
      return c.json(presentTicket(c.var.deps, { ticket }))
    })
}
