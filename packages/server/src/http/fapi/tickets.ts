import { acceptTicket } from '@usher/protocol'
import type { Hono } from 'hono'
import { ApiError } from '../../api-error.ts'
import { findInvitationOf, findInvited } from '../../usecases/take-up-invitation.ts'
import type { AppContext, AppEnv } from '../context.ts'
import { readQuery } from '../read-input.ts'

/**
 * The address of a ticket: `/v1/tickets/accept` leads to the page of the application whose `<SignIn/>` or `<SignUp/>`
 * uses the ticket. Following it changes nothing, because scanners of mail do so too.
 */
export function acceptTicketRoutes(app: Hono<AppEnv>): void {
  app.get('/v1/tickets/accept', async (c) => {
    const { ticket } = readQuery(c, acceptTicket)
    const { status, page } = await destination(c, ticket)
    const url = new URL(page)
    url.searchParams.set('__clerk_status', status)
    url.searchParams.set('__clerk_ticket', ticket)
    return c.redirect(url.href, 303)
  })
}

async function destination(c: AppContext, ticket: string): Promise<{ status: string; page: string }> {
  const { deps } = c.var
  const { signInUrl, signUpUrl } = deps.settings
  const invitation = await findInvitationOf(deps, ticket)
  if (!invitation) return { status: 'sign_in', page: known(signInUrl, 'signIn') }
  const { redirect_url: page } = invitation
  if (await findInvited(deps, invitation))
    return { status: 'sign_in', page: page ?? known(signInUrl || signUpUrl, 'signIn') }
  return { status: 'sign_up', page: page ?? known(signUpUrl, 'signUp') }
}

function known(url: string, name: 'signIn' | 'signUp'): string {
  if (url !== '') return url
  const variable = name === 'signIn' ? 'USHER_SIGN_IN_URL' : 'USHER_SIGN_UP_URL'
  const does = name === 'signIn' ? 'sign in' : 'sign up'
  throw new ApiError('feature_not_enabled', {
    longMessage: `The server does not know where people ${does}: set ${name}Url (${variable}).`,
  })
}
