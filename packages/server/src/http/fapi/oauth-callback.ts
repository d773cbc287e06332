import type { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { ApiError } from '../../api-error.ts'
import { limit, limits } from '../../limits/limit.ts'
import { readRedirectUrl } from '../../redirects/read-redirect-url.ts'
import { popupPath } from '../../redirects/read-return-url.ts'
import { finishOAuth } from '../../usecases/finish-oauth.ts'
import type { AppContext, AppEnv } from '../context.ts'
import { writeClientSecret } from '../cookies.ts'
import { errorResponse, toApiErrors } from '../error-response.ts'
import { deadEndPage, popupPage } from '../pages/oauth-pages.ts'
import { callbackPath } from '../wanted-flow.ts'

const longestCallback = 16_384

/** Providers send people back here, each with a state that leads to what was begun in this browser (S42). */
export function oauthCallbackRoutes(app: Hono<AppEnv>): void {
  app.get(callbackPath, (c) =>
    asPage(c, async () => {
      limit(c.var, limits.attempt)
      const { client, device, deps } = c.var
      const parameters = new URL(c.req.url).searchParams
      const { redirectUrl, started } = await finishOAuth(deps, { client, device, parameters })
      if (started?.clientSecret) writeClientSecret(c, started.clientSecret)
      return c.redirect(redirectUrl, 303)
    }),
  )

  // The end of a way that was taken in a window of its own: the page that opened it goes on.
  app.get(popupPath, (c) =>
    asPage(c, () => popupPage(c, readRedirectUrl(c.var.deps.place, c.req.query('return_url'), 'return_url'))),
  )
}

/** Some answer with a form, to which no browser adds a cookie: it comes back once more as a GET. */
export function postedCallbackRoute(app: Hono<AppEnv>): void {
  const limited = bodyLimit({
    maxSize: longestCallback,
    onError: (c) => errorResponse(c as AppContext, new ApiError('payload_too_large'), false),
  })
  app.post(callbackPath, limited, async (c) => {
    const parameters = new URLSearchParams(await c.req.text())
    const kept = ['code', 'state', 'iss', 'error', 'user'].flatMap((name) => {
      const value = parameters.get(name)
      return value === null ? [] : [[name, value]]
    })
    const { mount = '' } = c.env
    return c.redirect(`${mount}${callbackPath}?${new URLSearchParams(kept)}`, 303)
  })
}

// People come here by themselves, so they are answered in words.
async function asPage(c: AppContext, answer: () => Response | Promise<Response>): Promise<Response> {
  try {
    return await answer()
  } catch (error) {
    return deadEndPage(c, toApiErrors(c, error)[0])
  }
}
