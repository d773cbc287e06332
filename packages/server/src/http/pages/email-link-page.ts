import { html } from 'hono/html'
import type { ApiError } from '../../api-error.ts'
import { nameDevice } from '../../devices/describe-device.ts'
import type { EmailLink } from '../../usecases/read-email-link.ts'
import type { AppContext } from '../context.ts'
import { page } from './page.ts'

/**
 * Asks whoever opened a link to confirm it. In the browser that asked for it the page does so by itself; anywhere else
 * a person has to, and is told who asked, because whoever began the attempt is signed in by it.
 */
export function confirmPage(
  c: AppContext,
  { row, redirectUrl, isElsewhere, token }: EmailLink & { token: string },
) {
  const { applicationName } = c.var.deps.settings
  const asker = nameDevice({ userAgent: row.user_agent ?? '', ipAddress: null })
  const from = row.ip_address ? `${asker} (${row.ip_address})` : asker
  const title = isElsewhere ? 'Was it you who asked for this link?' : 'One moment'
  const fact = isElsewhere
    ? `It was asked for in ${from}, and ${applicationName} goes on there. If that was not you, close this page.`
    : `You are taken back to ${applicationName}.`
  // A page may only be left for the app by way of the form when its origin is named here too.
  return page(c, 200, {
    title,
    fact,
    formAction: `'self' ${new URL(redirectUrl).origin}`,
    more: html`<form method="post" action="verify"><input type="hidden" name="token" value="${token}"><button>${isElsewhere ? 'Yes, it was me' : 'Continue'}</button></form>`,
    script: isElsewhere ? '' : 'document.forms[0].submit()',
  })
}

/** Says why a link leads nowhere. */
export function deadLinkPage(c: AppContext, error: ApiError): Promise<Response> {
  if (error.retryAfter !== undefined) c.header('Retry-After', String(error.retryAfter))
  const title = error.status === 429 ? 'Too many tries' : 'This link does not work'
  return page(c, error.status, { title, fact: error.longMessage, formAction: `'none'`, more: '', script: '' })
}
