'use client'

import { useClerk } from '@usher/hooks'
import { useEffect, useRef, useState } from 'react'
import { readErrors } from '../action/failure.ts'
import { useFlowAction } from '../action/use-flow-action.ts'
import { queryValue } from '../completion/query-value.ts'
import { useKit } from '../kit/use-kit.ts'
import { withoutLanding } from './landing-url.ts'
import type { LinkLandingProps } from './link-landing.props.ts'

export type LinkLandingOptions = {
  kind: 'sign-in' | 'sign-up'
  options: { forceRedirectUrl?: string | null | undefined; fallbackRedirectUrl?: string | null | undefined }
  /** The page shows what it shows otherwise. */
  onLeave: () => void
}

/**
 * Takes up what a link has led to: signs in here, with the ticket that it may bring, or says where it goes on and why it
 * did not work.
 */
export function useLinkLanding({ kind, options, onLeave }: LinkLandingOptions): LinkLandingProps {
  const clerk = useClerk()
  const { isLoaded, isSignedIn, client } = useKit()
  const [state, setState] = useState<LinkLandingProps['state']>('loading')
  const { run, globalError, retry } = useFlowAction('landing', [])
  const begun = useRef(false)
  const after = () =>
    kind === 'sign-in' ? clerk.buildAfterSignInUrl(options) : clerk.buildAfterSignUpUrl(options)
  const leave = () => {
    window.history.replaceState(window.history.state, '', withoutLanding(new URL(window.location.href)))
    onLeave()
  }
  useEffect(() => {
    if (!isLoaded || begun.current) return
    begun.current = true
    const ticket = queryValue('__clerk_ticket')
    void run('submit', async () => {
      await (ticket ? takeUpTicket(ticket) : takeUpEmailLink())
      return undefined
    })
  })
  const takeUpEmailLink = () => {
    const params = {
      redirectUrl: window.location.href,
      redirectUrlComplete: after(),
      onVerifiedOnOtherDevice: () => setState('elsewhere'),
    }
    return clerk.handleEmailLinkVerification(params, leave).catch((error: unknown) => {
      const { name, code } = Object(error) as { name?: string; code?: LinkLandingProps['state'] }
      if (name !== 'EmailLinkError' || !code) throw error
      setState(code)
    })
  }
  const takeUpTicket = async (ticket: string) => {
    try {
      const signIn = await client?.signIn.create({ strategy: 'ticket', ticket })
      const session = signIn?.createdSessionId
      if (session) await clerk.setActive({ session, redirectUrl: after() })
      else leave()
    } catch (error) {
      const reason = ticketFault(error)
      if (!reason) throw error
      setState(reason)
    }
  }
  return {
    state,
    globalError,
    retry,
    goOn: isSignedIn ? () => void clerk.navigate(after()) : null,
    leave,
  }
}

function ticketFault(error: unknown): LinkLandingProps['state'] | null {
  const codes = readErrors(error).map(({ code }) => code)
  if (codes.includes('ticket_expired_code')) return 'expired'
  return codes.some((code) => /^(ticket|sign_in_token|actor_token)_/.test(code)) ? 'failed' : null
}
