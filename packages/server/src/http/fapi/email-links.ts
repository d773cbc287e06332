import { openEmailLink } from '@usher/protocol'
import type { Hono } from 'hono'
import { limit, limits } from '../../limits/limit.ts'
import { confirmEmailLink } from '../../usecases/confirm-email-link.ts'
import { readEmailLink } from '../../usecases/read-email-link.ts'
import type { AppContext, AppEnv } from '../context.ts'
import { writeClientSecret } from '../cookies.ts'
import { toApiErrors } from '../error-response.ts'
import { confirmPage, deadLinkPage } from '../pages/email-link-page.ts'
import { readBody, readQuery } from '../read-input.ts'

/**
 * Links in mails: `/v1/verify`. Reading one changes nothing, because scanners of mail and browsers that look ahead do so
 * too; the page that it shows confirms it with a POST (S27).
 */
export function emailLinkRoutes(app: Hono<AppEnv>): void {
  app.get('/v1/verify', (c) =>
    asPage(c, async () => {
      const { token } = readQuery(c, openEmailLink)
      const link = await readEmailLink(c.var.deps, { client: c.var.client, token })
      if (link.state !== 'open') return goBack(c, link.redirectUrl, link.state)
      return confirmPage(c, { ...link, token: token ?? '' })
    }),
  )

  app.post('/v1/verify', (c) =>
    asPage(c, async () => {
      limit(c.var, limits.attempt)
      const { token } = await readBody(c, openEmailLink)
      const { client, device, deps } = c.var
      const { status, redirectUrl, started } = await confirmEmailLink(deps, { client, device, token })
      if (started?.clientSecret) writeClientSecret(c, started.clientSecret)
      return goBack(c, redirectUrl, status, started?.session.id)
    }),
  )
}

function goBack(c: AppContext, redirectUrl: string, status: string, sessionId?: string): Response {
  const url = new URL(redirectUrl)
  for (const name of ['__clerk_status', '__clerk_created_session']) url.searchParams.delete(name)
  url.searchParams.set('__clerk_status', status)
  if (sessionId) url.searchParams.set('__clerk_created_session', sessionId)
  return c.redirect(url.href, 303)
}

// People follow links, so they are answered in words.
async function asPage(c: AppContext, answer: () => Promise<Response>): Promise<Response> {
  try {
    return await answer()
  } catch (error) {
    return deadLinkPage(c, toApiErrors(c, error)[0])
  }
}
