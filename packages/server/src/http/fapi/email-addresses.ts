import { attemptEmailAddress, createEmailAddress, prepareEmailAddress } from '@usher/protocol'
import type { Hono } from 'hono'
import { limit, limits, limitTries } from '../../limits/limit.ts'
import { attemptEmailAddressVerification } from '../../usecases/attempt-email-address-verification.ts'
import { createEmailAddress as create } from '../../usecases/create-email-address.ts'
import { deleteEmailAddress } from '../../usecases/delete-email-address.ts'
import { prepareEmailAddressVerification } from '../../usecases/prepare-email-address-verification.ts'
import { type EmailAddressView, readEmailAddress } from '../../usecases/read-email-address.ts'
import { readUser } from '../../usecases/read-user.ts'
import type { AppContext, AppEnv } from '../context.ts'
import { presentEmailAddress } from '../presenters/email-address.ts'
import { presentUser } from '../presenters/user.ts'
import { readBody } from '../read-input.ts'
import { requireSession } from '../require-session.ts'
import { respond } from '../respond.ts'

/** The addresses of the person who is signed in: `/v1/me/email_addresses`. */
export function emailAddressRoutes(app: Hono<AppEnv>): void {
  app.get('/v1/me/email_addresses', async (c) => {
    const { session } = await requireSession(c)
    const { settings, clock } = c.var.deps
    const user = await readUser(c.var.deps, session.user_id)
    return c.json(presentUser(settings, user, clock.now()).email_addresses)
  })

  app.post('/v1/me/email_addresses', async (c) => {
    const caller = await requireSession(c)
    limit(c.var, limits.createEmailAddress, caller.session.user_id)
    const { email_address: value } = await readBody(c, createEmailAddress)
    return answer(c, { emailAddress: await create(c.var.deps, { caller, value }), verifications: [] })
  })

  app.get('/v1/me/email_addresses/:id', async (c) => {
    const { session } = await requireSession(c)
    return answer(c, await readEmailAddress(c.var.deps, session.user_id, c.req.param('id')))
  })

  app.delete('/v1/me/email_addresses/:id', async (c) => {
    const caller = await requireSession(c)
    const input = { caller, userId: caller.session.user_id, id: c.req.param('id') }
    const id = await deleteEmailAddress(c.var.deps, input)
    return respond(c, { object: 'email_address', id, deleted: true })
  })

  app.post('/v1/me/email_addresses/:id/prepare_verification', async (c) => {
    const { session } = await requireSession(c)
    limit(c.var, limits.prepare)
    const { strategy } = await readBody(c, prepareEmailAddress)
    const input = { userId: session.user_id, id: c.req.param('id'), strategy }
    return answer(c, await prepareEmailAddressVerification(c.var.deps, input))
  })

  app.post('/v1/me/email_addresses/:id/attempt_verification', async (c) => {
    const caller = await requireSession(c)
    limitTries(c.var, caller.session.user_id)
    const { code } = await readBody(c, attemptEmailAddress)
    const input = { caller, id: c.req.param('id'), code }
    return answer(c, await attemptEmailAddressVerification(c.var.deps, input))
  })
}

const answer = (c: AppContext, { emailAddress, verifications }: EmailAddressView): Promise<Response> =>
  respond(c, presentEmailAddress(emailAddress, verifications, c.var.deps.clock.now()))
