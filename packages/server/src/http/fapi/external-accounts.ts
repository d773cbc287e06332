import { createExternalAccount, reauthorizeExternalAccount } from '@usher/protocol'
import type { Hono } from 'hono'
import { limit, limits } from '../../limits/limit.ts'
import type { ExternalAccountView } from '../../usecases/external-account-view.ts'
import { connectAccount, disconnectAccount, reauthorizeAccount } from '../../usecases/external-accounts.ts'
import type { AppContext, AppEnv } from '../context.ts'
import { presentExternalAccount } from '../presenters/oauth.ts'
import { readBody } from '../read-input.ts'
import { requireFreshSession } from '../require-session.ts'
import { respond } from '../respond.ts'
import { wantedFlow } from '../wanted-flow.ts'

/** The accounts at providers of the person who is signed in: `/v1/me/external_accounts`. */
export function externalAccountRoutes(app: Hono<AppEnv>): void {
  app.post('/v1/me/external_accounts', async (c) => {
    const caller = await requireFreshSession(c)
    limit(c.var, limits.createContact, caller.session.user_id)
    const { strategy, additional_scope: more = [], ...fields } = await readBody(c, createExternalAccount)
    const wanted = wantedFlow(c, fields)
    const input = { caller, strategy, wanted, additionalScopes: splitScopes(more) }
    return answer(c, await connectAccount(c.var.deps, input))
  })

  app.patch('/v1/me/external_accounts/:id/reauthorize', async (c) => {
    const caller = await requireFreshSession(c)
    limit(c.var, limits.createContact, caller.session.user_id)
    const { additional_scope: more = [], ...fields } = await readBody(c, reauthorizeExternalAccount)
    const wanted = wantedFlow(c, fields)
    const input = { caller, id: c.req.param('id'), wanted, additionalScopes: splitScopes(more) }
    return answer(c, await reauthorizeAccount(c.var.deps, input))
  })

  app.delete('/v1/me/external_accounts/:id', async (c) => {
    const caller = await requireFreshSession(c)
    const chosen = { userId: caller.session.user_id, id: c.req.param('id'), caller }
    const id = await disconnectAccount(c.var.deps, chosen)
    return respond(c, { object: 'external_account', id, deleted: true })
  })
}

// Each may be sent under a key of its own, or all in one text.
const splitScopes = (texts: string[]): string[] =>
  texts.flatMap((text) => text.split(/[\s,]+/)).filter((scope) => /^[!#-[\]-~]+$/.test(scope))

const answer = (c: AppContext, view: ExternalAccountView): Promise<Response> =>
  respond(c, presentExternalAccount(view, c.var.deps.clock.now()))
