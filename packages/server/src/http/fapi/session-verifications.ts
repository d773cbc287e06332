import { attemptFactor, prepareFactor, startVerification } from '@usher/protocol'
import type { Hono } from 'hono'
import { limit, limits, limitTries } from '../../limits/limit.ts'
import { attemptFactorAgain, prepareFactorAgain } from '../../usecases/prove-again.ts'
import { type SessionVerification, startVerification as start } from '../../usecases/session-verification.ts'
import type { AppContext, AppEnv } from '../context.ts'
import { writeClientSecret } from '../cookies.ts'
import { requireClient } from '../middleware/client.ts'
import { presentSessionVerification } from '../presenters/session-verification.ts'
import { readBody } from '../read-input.ts'
import { respond } from '../respond.ts'

/** Proving once more who one is: `/v1/client/sessions/{id}/verify`. */
export function sessionVerificationRoutes(app: Hono<AppEnv>): void {
  app.post('/v1/client/sessions/:id/verify', async (c) => {
    const client = requireClient(c, 'signed_out')
    const { level } = await readBody(c, startVerification)
    return answer(c, await start(c.var.deps, { client, id: c.req.param('id'), level }))
  })

  for (const factor of ['first', 'second'] as const) {
    app.post(`/v1/client/sessions/:id/verify/prepare_${factor}_factor`, async (c) => {
      limit(c.var, limits.prepare)
      const client = requireClient(c, 'signed_out')
      const { strategy, email_address_id, phone_number_id } = await readBody(c, prepareFactor)
      const contactId = strategy === 'phone_code' ? phone_number_id : email_address_id
      const input = { client, id: c.req.param('id'), factor, strategy, contactId, origin: c.var.origin }
      return answer(c, await prepareFactorAgain(c.var.deps, input))
    })

    app.post(`/v1/client/sessions/:id/verify/attempt_${factor}_factor`, async (c) => {
      const client = requireClient(c, 'signed_out')
      limitTries(c.var, client.id)
      const { strategy, code, password, public_key_credential: credential } = await readBody(c, attemptFactor)
      const proof = { strategy, code, password, credential }
      const input = { client, device: c.var.device, id: c.req.param('id'), factor, ...proof }
      const { clientSecret, ...verification } = await attemptFactorAgain(c.var.deps, input)
      if (clientSecret !== null) writeClientSecret(c, clientSecret)
      return answer(c, verification)
    })
  }
}

async function answer(c: AppContext, verification: SessionVerification): Promise<Response> {
  const { deps, client, origin } = c.var
  const from = { origin, notBefore: client?.updated_at ?? 0 }
  return respond(c, await presentSessionVerification(deps, verification, from))
}
