import { attemptEmailAddress, createEmailAddress, prepareEmailAddress } from '@usher/protocol'
import type { Hono } from 'hono'
import { limit, limits, limitTries } from '../../limits/limit.ts'
import { attemptContactVerification } from '../../usecases/attempt-contact-verification.ts'
import { createContact } from '../../usecases/create-contact.ts'
import { deleteContact } from '../../usecases/delete-contact.ts'
import { prepareContactVerification } from '../../usecases/prepare-contact-verification.ts'
import { type ContactView, readContact } from '../../usecases/read-contact.ts'
import { readUser } from '../../usecases/read-user.ts'
import type { AppContext, AppEnv } from '../context.ts'
import { wantedLink } from '../email-link.ts'
import { presentEmailAddress } from '../presenters/email-address.ts'
import { presentUser } from '../presenters/user.ts'
import { readBody } from '../read-input.ts'
import { requireFreshSession, requireSession } from '../require-session.ts'
import { respond } from '../respond.ts'

const kind = 'email_address'

/** The addresses of the person who is signed in: `/v1/me/email_addresses`. */
export function emailAddressRoutes(app: Hono<AppEnv>): void {
  app.get('/v1/me/email_addresses', async (c) => {
    const { session } = await requireSession(c)
    const { clock } = c.var.deps
    const user = await readUser(c.var.deps, session.user_id)
    return c.json(presentUser(c.var.deps, user, clock.now()).email_addresses)
  })

  app.post('/v1/me/email_addresses', async (c) => {
    const caller = await requireFreshSession(c)
    limit(c.var, limits.createContact, caller.session.user_id)
    const { email_address: value } = await readBody(c, createEmailAddress)
    return answer(c, { contact: await createContact(c.var.deps, { kind, caller, value }), verifications: [] })
  })

  app.get('/v1/me/email_addresses/:id', async (c) => {
    const { session } = await requireSession(c)
    const input = { kind, userId: session.user_id, id: c.req.param('id') } as const
    return answer(c, await readContact(c.var.deps, input))
  })

  app.delete('/v1/me/email_addresses/:id', async (c) => {
    const caller = await requireFreshSession(c)
    const input = { kind, caller, userId: caller.session.user_id, id: c.req.param('id') } as const
    return respond(c, { object: kind, id: await deleteContact(c.var.deps, input), deleted: true })
  })

  app.post('/v1/me/email_addresses/:id/prepare_verification', async (c) => {
    const { session, client } = await requireSession(c)
    limit(c.var, limits.prepare)
    const { strategy, redirect_url } = await readBody(c, prepareEmailAddress)
    const link = wantedLink(c, client.id, redirect_url)
    const input = { kind, userId: session.user_id, id: c.req.param('id'), strategy, link } as const
    return answer(c, await prepareContactVerification(c.var.deps, input))
  })

  app.post('/v1/me/email_addresses/:id/attempt_verification', async (c) => {
    const caller = await requireSession(c)
    limitTries(c.var, caller.session.user_id)
    const { code } = await readBody(c, attemptEmailAddress)
    const input = { kind, caller, id: c.req.param('id'), code } as const
    return answer(c, await attemptContactVerification(c.var.deps, input))
  })
}

const answer = (c: AppContext, { contact, verifications }: ContactView): Promise<Response> =>
  respond(c, presentEmailAddress(contact, verifications, c.var.deps.clock.now()))
