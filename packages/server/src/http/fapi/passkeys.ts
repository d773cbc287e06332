import { attemptPasskey, updatePasskey } from '@usher/protocol'
import type { Hono } from 'hono'
import { limit, limits, limitTries } from '../../limits/limit.ts'
import { readPasskey, removePasskey, renamePasskey } from '../../usecases/change-passkey.ts'
import { createPasskey } from '../../usecases/create-passkey.ts'
import { verifyPasskey } from '../../usecases/verify-passkey.ts'
import type { AppEnv } from '../context.ts'
import { presentBegunPasskey, presentPasskey } from '../presenters/passkey.ts'
import { readBody } from '../read-input.ts'
import { requireFreshSession, requireSession } from '../require-session.ts'
import { respond } from '../respond.ts'

/** The passkeys of the person who is signed in: `/v1/me/passkeys`. */
export function passkeyRoutes(app: Hono<AppEnv>): void {
  app.post('/v1/me/passkeys', async (c) => {
    const caller = await requireFreshSession(c)
    limit(c.var, limits.createContact, caller.session.user_id)
    const { deps, origin } = c.var
    return respond(c, presentBegunPasskey(await createPasskey(deps, { caller, origin }), deps.clock.now()))
  })

  app.post('/v1/me/passkeys/:id/attempt_verification', async (c) => {
    const caller = await requireSession(c)
    limitTries(c.var, caller.session.user_id)
    const { public_key_credential: credential } = await readBody(c, attemptPasskey)
    const input = { caller, id: c.req.param('id'), credential }
    return respond(c, presentPasskey(await verifyPasskey(c.var.deps, input)))
  })

  app.get('/v1/me/passkeys/:id', async (c) => {
    const { session } = await requireSession(c)
    const input = { id: c.req.param('id'), userId: session.user_id }
    return respond(c, presentPasskey(await readPasskey(c.var.deps, input)))
  })

  app.patch('/v1/me/passkeys/:id', async (c) => {
    const { session } = await requireSession(c)
    const { name } = await readBody(c, updatePasskey)
    const input = { id: c.req.param('id'), userId: session.user_id, name }
    return respond(c, presentPasskey(await renamePasskey(c.var.deps, input)))
  })

  app.delete('/v1/me/passkeys/:id', async (c) => {
    const caller = await requireFreshSession(c)
    const input = { id: c.req.param('id'), userId: caller.session.user_id, caller }
    return respond(c, { object: 'passkey', id: await removePasskey(c.var.deps, input), deleted: true })
  })
}
