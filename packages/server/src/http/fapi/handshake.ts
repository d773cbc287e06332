import { handshake, touchClient } from '@usher/protocol'
import type { Hono } from 'hono'
import { ApiError } from '../../api-error.ts'
import { limit, limits } from '../../limits/limit.ts'
import { readRedirectUrl } from '../../redirects/read-redirect-url.ts'
import { createDevBrowserMark, isDevBrowserMark } from '../../tokens/dev-browser.ts'
import { handshakeLifetime, signHandshake } from '../../tokens/handshake-token.ts'
import { readBrowserState } from '../../usecases/read-browser-state.ts'
import { notePageView, startHandshake } from '../../usecases/start-handshake.ts'
import type { AppContext, AppEnv } from '../context.ts'
import { readCookie, writeClientSecret, writeCookie } from '../cookies.ts'
import { toApiErrors } from '../error-response.ts'
import { carriers, handshakeCookies, isUnder } from '../handshake-cookies.ts'
import { handshakePath } from '../middleware/client.ts'
import { deadEndPage } from '../pages/oauth-pages.ts'
import { readQuery } from '../read-input.ts'

/**
 * A backend that draws pages and cannot tell who is signed in sends the browser here, `GET /v1/client/handshake`, and
 * gets it back with the answer. `GET /v1/client/touch` leads to a page of the app and sets the cookie anew on the way.
 */
export function handshakeRoutes(app: Hono<AppEnv>): void {
  app.get(handshakePath, (c) =>
    asPage(c, async () => {
      limit(c.var, limits.handshake)
      const { redirect_url, format = 'token' } = readQuery(c, handshake)
      const { client, deps, device } = c.var
      const target = new URL(readRedirectUrl(deps.place, redirect_url))
      refuseOutOfReach(c, target.hostname)
      if (client) await notePageView(deps, client, device)
      const asked = { client, page: target.origin, devBrowser: devBrowserOf(c) }
      if (format === 'nonce') return deliver(c, target, 'nonce', await startHandshake(deps, asked))
      const state = await readBrowserState(deps, client, target.origin)
      const directives = await handshakeCookies(deps.place, { ...asked, state })
      return deliver(c, target, 'token', await signHandshake(deps, directives))
    }),
  )

  app.get('/v1/client/touch', (c) =>
    asPage(c, async () => {
      const { client, clientSecret, deps } = c.var
      const target = readRedirectUrl(deps.place, readQuery(c, touchClient).redirect_url)
      if (client && clientSecret !== null) writeClientSecret(c, clientSecret)
      return c.redirect(target, 303)
    }),
  )
}

/** In development the answer stands in the address, for which no cookie has to reach another host. */
function deliver(c: AppContext, target: URL, kind: keyof typeof carriers, answer: string): Response {
  const { mode, cookieDomain } = c.var.deps.place
  for (const name of [...Object.values(carriers), '__clerk_db_jwt'])
    if (target.searchParams.has(name)) target.searchParams.delete(name)
  const name = carriers[kind]
  if (mode === 'development') target.searchParams.set(name, answer)
  else {
    const domain = isUnder(target.hostname, cookieDomain) ? { domain: cookieDomain } : {}
    writeCookie(c, name, answer, { maxAge: handshakeLifetime, httpOnly: true, ...domain })
  }
  return c.redirect(target.href, 307)
}

// The browser would be sent around in a circle.
function refuseOutOfReach(c: AppContext, hostname: string): void {
  const { mode, cookieDomain, frontendApi } = c.var.deps.place
  if (mode === 'development' || c.env.mount) return
  const ownHosts = [new URL(c.req.url).hostname, new URL(`https://${frontendApi}`).hostname]
  if (ownHosts.includes(hostname) || isUnder(hostname, cookieDomain)) return
  throw new ApiError('form_param_value_invalid', {
    paramName: 'redirect_url',
    longMessage:
      'The page shares no domain with the server, so no cookie goes from one to the other. Serve the Frontend API below the address of the page (proxyUrl), or set cookieDomain.',
  })
}

/** What names the browser in development; null in production, where its cookies are enough. */
function devBrowserOf(c: AppContext): string | null {
  const { place, random } = c.var.deps
  if (place.mode === 'production') return null
  const given = c.req.query('__clerk_db_jwt') ?? ''
  if (c.var.carrier === 'dev_browser' || isDevBrowserMark(given)) return given
  const kept = readCookie(c, '__clerk_db_jwt') ?? ''
  return isDevBrowserMark(kept) ? kept : createDevBrowserMark(random)
}

// People come here by themselves, so they are answered in words.
async function asPage(c: AppContext, answer: () => Promise<Response>): Promise<Response> {
  try {
    return await answer()
  } catch (error) {
    if (!c.req.header('accept')?.includes('text/html')) throw error
    return deadEndPage(c, toApiErrors(c, error)[0])
  }
}
