import { readErrors } from '../action/failure.ts'
import { type ClerkLike, loaded } from '../kit/kit.ts'

export type TakeUpTicketInput = {
  ticket: string
  /** What the page is for. */
  kind: 'sign-in' | 'sign-up'
  /** Who has no account signs up on the page to sign in. */
  isCombined: boolean
}

/** Where a ticket leads: into the app, on with what this page is for, to another page, or nowhere. */
export type TicketOutcome =
  | { to: 'app'; session: string; isNew: boolean }
  | { to: 'here' }
  | { to: 'page'; page: string }
  | { to: 'nowhere'; why: 'expired' | 'failed' }

/** Signs in or up with a ticket. Whoever was invited may have an account by now, or none on the page to sign in. */
export async function takeUpTicket(
  clerk: ClerkLike,
  { ticket, kind, isCombined }: TakeUpTicketInput,
): Promise<TicketOutcome> {
  const given = { strategy: 'ticket' as const, ticket }
  const { signIn, signUp } = loaded(clerk)
  try {
    return kind === 'sign-up'
      ? afterwards(await signUp.create(given), true)
      : afterwards(await signIn.create(given), false)
  } catch (error) {
    const codes = readErrors(error).map(({ code }) => code)
    if (codes.includes('form_identifier_exists')) return pageWith(clerk.buildSignInUrl(), ticket)
    if (codes.includes('invitation_account_not_exists'))
      return isCombined
        ? afterwards(await signUp.create(given), true)
        : pageWith(clerk.buildSignUpUrl(), ticket)
    const why = faultOf(codes)
    if (!why) throw error
    return { to: 'nowhere', why }
  }
}

const afterwards = (
  { createdSessionId: session }: { createdSessionId: string | null },
  isNew: boolean,
): TicketOutcome => (session ? { to: 'app', session, isNew } : { to: 'here' })

function pageWith(page: string, ticket: string): TicketOutcome {
  const url = new URL(page, window.location.href)
  url.searchParams.set('__clerk_ticket', ticket)
  return { to: 'page', page: url.href }
}

function faultOf(codes: string[]): 'expired' | 'failed' | null {
  if (codes.includes('ticket_expired_code')) return 'expired'
  return codes.some((code) => /^(ticket|sign_in_token|actor_token|invitation)_/.test(code)) ? 'failed' : null
}
