import {
  attemptPhoneNumber,
  createPhoneNumber,
  preparePhoneNumber,
  updateMyPhoneNumber,
} from '@usher/protocol'
import type { Hono } from 'hono'
import { limit, limits, limitTries } from '../../limits/limit.ts'
import { attemptContactVerification } from '../../usecases/attempt-contact-verification.ts'
import { createContact } from '../../usecases/create-contact.ts'
import { deleteContact } from '../../usecases/delete-contact.ts'
import { prepareContactVerification } from '../../usecases/prepare-contact-verification.ts'
import { type ContactView, readContact } from '../../usecases/read-contact.ts'
import { readUser } from '../../usecases/read-user.ts'
import { reserveNumber } from '../../usecases/reserve-number.ts'
import type { AppContext, AppEnv } from '../context.ts'
import { presentPhoneNumber } from '../presenters/phone-number.ts'
import { presentUser } from '../presenters/user.ts'
import { readBody } from '../read-input.ts'
import { requireFreshSession, requireSession } from '../require-session.ts'
import { respond } from '../respond.ts'

const kind = 'phone_number'

/** The phone numbers of the person who is signed in: `/v1/me/phone_numbers`. */
export function phoneNumberRoutes(app: Hono<AppEnv>): void {
  app.get('/v1/me/phone_numbers', async (c) => {
    const { session } = await requireSession(c)
    const { clock } = c.var.deps
    const user = await readUser(c.var.deps, session.user_id)
    return c.json(presentUser(c.var.deps, user, clock.now()).phone_numbers)
  })

  app.post('/v1/me/phone_numbers', async (c) => {
    const caller = await requireFreshSession(c)
    limit(c.var, limits.createContact, caller.session.user_id)
    const { phone_number: value } = await readBody(c, createPhoneNumber)
    return answer(c, { contact: await createContact(c.var.deps, { kind, caller, value }), verifications: [] })
  })

  app.get('/v1/me/phone_numbers/:id', async (c) => {
    const { session } = await requireSession(c)
    const input = { kind, userId: session.user_id, id: c.req.param('id') } as const
    return answer(c, await readContact(c.var.deps, input))
  })

  app.patch('/v1/me/phone_numbers/:id', async (c) => {
    const caller = await requireFreshSession(c)
    const fields = await readBody(c, updateMyPhoneNumber)
    const chosen = {
      isReserved: fields.reserved_for_second_factor ?? undefined,
      isDefault: fields.default_second_factor === true,
    }
    const input = { caller, userId: caller.session.user_id, id: c.req.param('id'), ...chosen }
    return answer(c, await reserveNumber(c.var.deps, input))
  })

  app.delete('/v1/me/phone_numbers/:id', async (c) => {
    const caller = await requireFreshSession(c)
    const input = { kind, caller, userId: caller.session.user_id, id: c.req.param('id') } as const
    return respond(c, { object: kind, id: await deleteContact(c.var.deps, input), deleted: true })
  })

  app.post('/v1/me/phone_numbers/:id/prepare_verification', async (c) => {
    const { session } = await requireSession(c)
    limit(c.var, limits.prepare)
    const { strategy } = await readBody(c, preparePhoneNumber)
    const input = { kind, userId: session.user_id, id: c.req.param('id'), strategy } as const
    return answer(c, await prepareContactVerification(c.var.deps, input))
  })

  app.post('/v1/me/phone_numbers/:id/attempt_verification', async (c) => {
    const caller = await requireSession(c)
    limitTries(c.var, caller.session.user_id)
    const { code } = await readBody(c, attemptPhoneNumber)
    const input = { kind, caller, id: c.req.param('id'), code } as const
    return answer(c, await attemptContactVerification(c.var.deps, input))
  })
}

const answer = (
  c: AppContext,
  { contact, verifications, backupCodes = null }: ContactView & { backupCodes?: string[] | null },
): Promise<Response> =>
  respond(c, {
    ...presentPhoneNumber(contact, verifications, c.var.deps.clock.now()),
    backup_codes: backupCodes,
  })
