import { attemptSignUpVerification, prepareSignUpVerification, signUpFields } from '@usher/protocol'
import type { Hono } from 'hono'
import { limit, limits, limitTries } from '../../limits/limit.ts'
import { attemptSignUpVerification as attempt } from '../../usecases/attempt-sign-up-verification.ts'
import { loadSignUpView } from '../../usecases/client-view.ts'
import type { SignUpStep } from '../../usecases/complete-sign-up.ts'
import { createSignUp } from '../../usecases/create-sign-up.ts'
import { prepareSignUpVerification as prepare } from '../../usecases/prepare-sign-up-verification.ts'
import { readSignUp } from '../../usecases/read-sign-up.ts'
import { updateSignUp } from '../../usecases/update-sign-up.ts'
import type { AppContext, AppEnv } from '../context.ts'
import { writeClientSecret } from '../cookies.ts'
import { renewSecretForLink, wantedLink } from '../email-link.ts'
import { ensureClient, requireClient } from '../middleware/client.ts'
import { presentSignUp } from '../presenters/sign-up.ts'
import { readBody } from '../read-input.ts'
import { respond } from '../respond.ts'
import { wantedFlow } from '../wanted-flow.ts'

/** Signing up: `/v1/client/sign_ups`. */
export function signUpRoutes(app: Hono<AppEnv>): void {
  app.post('/v1/client/sign_ups', async (c) => {
    limit(c.var, limits.createSignUp)
    const fields = await readBody(c, signUpFields)
    await renewSecretForLink(c)
    const client = await ensureClient(c)
    const input = { client, device: c.var.device, fields, wanted: wantedFlow(c, fields) }
    return answer(c, await createSignUp(c.var.deps, input))
  })

  app.get('/v1/client/sign_ups/:id', async (c) => {
    const view = await readSignUp(c.var.deps, c.var.client, c.req.param('id'))
    return respond(c, presentSignUp(c.var.deps, view))
  })

  app.patch('/v1/client/sign_ups/:id', async (c) => {
    limit(c.var, limits.updateSignUp)
    const client = requireClient(c)
    const fields = await readBody(c, signUpFields)
    const wanted = wantedFlow(c, fields)
    const input = { client, device: c.var.device, id: c.req.param('id'), fields, wanted }
    return answer(c, await updateSignUp(c.var.deps, input))
  })

  app.post('/v1/client/sign_ups/:id/prepare_verification', async (c) => {
    limit(c.var, limits.prepare)
    const client = requireClient(c)
    const { strategy, redirect_url } = await readBody(c, prepareSignUpVerification)
    const link = wantedLink(c, client.id, redirect_url)
    const signUp = await prepare(c.var.deps, { client, id: c.req.param('id'), strategy, link })
    return answer(c, { signUp, started: null })
  })

  app.post('/v1/client/sign_ups/:id/attempt_verification', async (c) => {
    const client = requireClient(c)
    limitTries(c.var, client.id)
    const { strategy, code } = await readBody(c, attemptSignUpVerification)
    const input = { client, device: c.var.device, id: c.req.param('id'), strategy, code }
    return answer(c, await attempt(c.var.deps, input))
  })
}

async function answer(c: AppContext, { signUp, started }: SignUpStep): Promise<Response> {
  if (started?.clientSecret) writeClientSecret(c, started.clientSecret)
  const view = await loadSignUpView(c.var.deps, signUp.id, signUp.client_id)
  return respond(c, presentSignUp(c.var.deps, view ?? { signUp, verifications: [], flow: null }))
}
