'use client'

import { useClerk } from '@usher/hooks'
import { useEffect, useRef, useState } from 'react'
import { useFlowAction } from '../action/use-flow-action.ts'
import { goOnTo } from '../completion/go-on.ts'
import { queryValue } from '../completion/query-value.ts'
import { useKit } from '../kit/use-kit.ts'
import type { SsoLandingOptions } from '../sso/sso-landing.controller.ts'
import { withoutLanding } from './landing-url.ts'
import type { LinkLandingProps } from './link-landing.props.ts'
import { takeUpTicket } from './take-up-ticket.ts'

export type LinkLandingOptions = {
  kind: 'sign-in' | 'sign-up'
  options: SsoLandingOptions['options']
  /** Who has no account signs up on this card. */
  isCombined: boolean
  /** The page shows what it shows otherwise. */
  onLeave: () => void
}

/**
 * Takes up what a link has led to: signs in or up here, with the ticket that it may bring, or says where it goes on and
 * why it did not work.
 */
export function useLinkLanding({ kind, options, isCombined, onLeave }: LinkLandingOptions): LinkLandingProps {
  const clerk = useClerk()
  const { isLoaded, isSignedIn } = useKit()
  const [state, setState] = useState<LinkLandingProps['state']>('loading')
  const { run, globalError, retry } = useFlowAction('landing', [])
  const begun = useRef(false)
  const [isTicket] = useState(() => queryValue('__clerk_ticket') !== undefined)
  const after = () =>
    kind === 'sign-in' ? clerk.buildAfterSignInUrl(options) : clerk.buildAfterSignUpUrl(options)
  const afterSignUp = () =>
    kind === 'sign-up'
      ? after()
      : clerk.buildAfterSignUpUrl({
          forceRedirectUrl: options.signUpForceRedirectUrl,
          fallbackRedirectUrl: options.signUpFallbackRedirectUrl,
        })
  const leave = () => {
    window.history.replaceState(window.history.state, '', withoutLanding(new URL(window.location.href)))
    onLeave()
  }
  useEffect(() => {
    if (!isLoaded || begun.current) return
    begun.current = true
    const ticket = queryValue('__clerk_ticket')
    void run('submit', async () => {
      await (ticket ? takeUp(ticket) : takeUpEmailLink())
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
  const takeUp = async (ticket: string) => {
    const outcome = await takeUpTicket(clerk, { ticket, kind, isCombined })
    if (outcome.to === 'here') leave()
    else if (outcome.to === 'app')
      await clerk.setActive({
        session: outcome.session,
        navigate: goOnTo(clerk, outcome.isNew ? afterSignUp() : after(), leave),
      })
    else if (outcome.to === 'page') await clerk.navigate(outcome.page)
    else setState(outcome.why)
  }
  return {
    state,
    isTicket,
    globalError,
    retry,
    goOn: isSignedIn ? () => void clerk.navigate(after()) : null,
    leave,
  }
}
