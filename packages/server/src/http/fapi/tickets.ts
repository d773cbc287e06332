import { acceptTicket } from '@usher/protocol'
import type { Hono } from 'hono'
import { ApiError } from '../../api-error.ts'
import type { AppContext, AppEnv } from '../context.ts'
import { readQuery } from '../read-input.ts'

/**
 * The address of a ticket: `/v1/tickets/accept` leads to the sign-in page of the application, whose `<SignIn/>` uses the
 * ticket. Following it changes nothing, because scanners of mail do so too.
 */
export function acceptTicketRoutes(app: Hono<AppEnv>): void {
  app.get('/v1/tickets/accept', (c) => {
    const { ticket } = readQuery(c, acceptTicket)
    const url = new URL(signInPage(c))
    url.searchParams.set('__clerk_status', 'sign_in')
    url.searchParams.set('__clerk_ticket', ticket)
    return c.redirect(url.href, 303)
  })
}

function signInPage(c: AppContext): string {
  const { signInUrl } = c.var.deps.settings
  if (signInUrl !== '') return signInUrl
  throw new ApiError('feature_not_enabled', {
    longMessage: 'The server does not know where people sign in: set signInUrl (USHER_SIGN_IN_URL).',
  })
}
