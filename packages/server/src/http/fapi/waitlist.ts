import { joinWaitlist, type WaitlistJSON } from '@usher/protocol'
import type { Hono } from 'hono'
import { ApiError } from '../../api-error.ts'
import { limit, limits } from '../../limits/limit.ts'
import { joinWaitlist as join } from '../../usecases/join-waitlist.ts'
import type { AppEnv } from '../context.ts'
import { readBody } from '../read-input.ts'

/** Waiting for an invitation: `/v1/waitlist`, where `signUpMode` says that people may. */
export function waitlistRoutes(app: Hono<AppEnv>): void {
  app.post('/v1/waitlist', async (c) => {
    limit(c.var, limits.createSignUp)
    if (c.var.deps.settings.signUpMode !== 'waitlist') throw new ApiError('feature_not_enabled')
    const { email_address } = await readBody(c, joinWaitlist)
    const [entry] = await join(c.var.deps, [{ email_address }])
    const waitlist: WaitlistJSON = { object: 'waitlist_entry', id: entry?.id ?? '' }
    // Bare: real clients look for no envelope here.
    return c.json(waitlist)
  })
}
