import { attemptFactor, createSignIn, prepareFactor, resetPassword } from '@usher/protocol'
import type { Hono } from 'hono'
import { limit, limits, limitTries } from '../../limits/limit.ts'
import { attemptFirstFactor } from '../../usecases/attempt-first-factor.ts'
import { attemptSecondFactor } from '../../usecases/attempt-second-factor.ts'
import { createSignIn as create } from '../../usecases/create-sign-in.ts'
import type { SignInStep } from '../../usecases/finish-sign-in.ts'
import { prepareFirstFactor } from '../../usecases/prepare-first-factor.ts'
import { prepareSecondFactor } from '../../usecases/prepare-second-factor.ts'
import { readSignIn } from '../../usecases/read-sign-in.ts'
import { resetPassword as reset } from '../../usecases/reset-password.ts'
import type { AppContext, AppEnv } from '../context.ts'
import { writeClientSecret } from '../cookies.ts'
import { renewSecretForLink, wantedLink } from '../email-link.ts'
import { ensureClient, requireClient } from '../middleware/client.ts'
import { presentSignIn } from '../presenters/sign-in.ts'
import { readBody } from '../read-input.ts'
import { respond } from '../respond.ts'
import { wantedFlow } from '../wanted-flow.ts'

/** Signing in: `/v1/client/sign_ins`. */
export function signInRoutes(app: Hono<AppEnv>): void {
  app.post('/v1/client/sign_ins', async (c) => {
    limit(c.var, limits.createSignIn)
    const { sign_up_if_missing: signUpIfMissing = false, ...fields } = await readBody(c, createSignIn)
    const { strategy, identifier, password, ticket, transfer, redirect_url } = fields
    await renewSecretForLink(c)
    const client = await ensureClient(c)
    const link = wantedLink(c, client.id, redirect_url)
    const given = { strategy, identifier, password, ticket, transfer, signUpIfMissing }
    const wanted = wantedFlow(c, fields)
    const input = { client, device: c.var.device, ...given, link, wanted, origin: c.var.origin }
    return answer(c, await create(c.var.deps, input))
  })

  app.get('/v1/client/sign_ins/:id', async (c) => {
    const view = await readSignIn(c.var.deps, c.var.client, c.req.param('id'))
    return respond(c, presentSignIn(c.var.deps, view))
  })

  app.post('/v1/client/sign_ins/:id/prepare_first_factor', async (c) => {
    limit(c.var, limits.prepare)
    const client = requireClient(c)
    const { strategy, email_address_id, phone_number_id, redirect_url } = await readBody(c, prepareFactor)
    const contactId = ofKind(strategy, { email_address_id, phone_number_id })
    const link = wantedLink(c, client.id, redirect_url)
    const input = { client, id: c.req.param('id'), strategy, contactId, link, origin: c.var.origin }
    return answer(c, { signIn: await prepareFirstFactor(c.var.deps, input), started: null })
  })

  app.post('/v1/client/sign_ins/:id/attempt_first_factor', async (c) => {
    const client = requireClient(c)
    limitTries(c.var, client.id)
    const { strategy, code, password, public_key_credential: credential } = await readBody(c, attemptFactor)
    const proof = { strategy, code, password, credential }
    const input = { client, device: c.var.device, id: c.req.param('id'), ...proof }
    return answer(c, await attemptFirstFactor(c.var.deps, input))
  })

  app.post('/v1/client/sign_ins/:id/prepare_second_factor', async (c) => {
    limit(c.var, limits.prepare)
    const client = requireClient(c)
    const { strategy, redirect_url, ...chosen } = await readBody(c, prepareFactor)
    const contactId = ofKind(strategy, chosen)
    const link = wantedLink(c, client.id, redirect_url)
    const input = { client, id: c.req.param('id'), strategy, contactId, link }
    return answer(c, { signIn: await prepareSecondFactor(c.var.deps, input), started: null })
  })

  app.post('/v1/client/sign_ins/:id/attempt_second_factor', async (c) => {
    const client = requireClient(c)
    limitTries(c.var, client.id)
    const { strategy, code } = await readBody(c, attemptFactor)
    const input = { client, device: c.var.device, id: c.req.param('id'), strategy, code }
    return answer(c, await attemptSecondFactor(c.var.deps, input))
  })

  app.post('/v1/client/sign_ins/:id/reset_password', async (c) => {
    const client = requireClient(c)
    limitTries(c.var, client.id)
    const { password, sign_out_of_other_sessions } = await readBody(c, resetPassword)
    const chosen = { password, signOutOfOtherSessions: sign_out_of_other_sessions }
    const input = { client, device: c.var.device, id: c.req.param('id'), ...chosen }
    return answer(c, await reset(c.var.deps, input))
  })
}

type Chosen = { email_address_id?: string | undefined; phone_number_id?: string | undefined }

const ofKind = (strategy: string, chosen: Chosen) =>
  strategy.endsWith('phone_code') ? chosen.phone_number_id : chosen.email_address_id

async function answer(c: AppContext, { signIn, started }: SignInStep): Promise<Response> {
  if (started?.clientSecret) writeClientSecret(c, started.clientSecret)
  const view = await readSignIn(c.var.deps, c.var.client, signIn.id)
  return respond(c, presentSignIn(c.var.deps, view))
}
