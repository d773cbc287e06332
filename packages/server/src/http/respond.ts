import { findClient } from '../stores/client-store.ts'
import type { AppContext } from './context.ts'
import { writeBackendCookies } from './cookies.ts'
import { nextRevision, presentClient } from './presenters/client.ts'

/** Answers a mutation: the resource, and beside it the whole client of this browser as it is now. */
export async function respond(c: AppContext, resource: unknown): Promise<Response> {
  return c.json({ response: resource, client: await currentClient(c) })
}

/** The client of this browser, read anew unless the request could not change it. */
export async function currentClient(c: AppContext) {
  const { deps, client, origin, revision: stamped } = c.var
  const isUnchanged = client === null || c.req.method === 'GET'
  const revision = isUnchanged ? stamped : nextRevision(deps.clock.now())
  const fresh = isUnchanged ? client : ((await findClient(deps.db, client.id)) ?? null)
  const json = await presentClient(deps, fresh, { origin, revision })
  const isSignedIn = json.sessions.length > 0
  await writeBackendCookies(c, isSignedIn ? Math.floor(json.updated_at / 1000) : 0)
  return c.var.isTestRun ? { ...json, captcha_bypass: true } : json
}
