'use client'

import { useClerk } from '@usher/hooks'
import { useEffect, useRef, useState } from 'react'
import { useFlowAction } from '../action/use-flow-action.ts'
import { useKit } from '../kit/use-kit.ts'
import { withoutLanding } from './landing-url.ts'
import type { LinkLandingProps } from './link-landing.props.ts'

export type LinkLandingOptions = {
  kind: 'sign-in' | 'sign-up'
  options: { forceRedirectUrl?: string | null | undefined; fallbackRedirectUrl?: string | null | undefined }
  /** The page shows what it shows otherwise. */
  onLeave: () => void
}

/** Takes up what a link has led to: signs in here, or says where it goes on and why it did not work. */
export function useLinkLanding({ kind, options, onLeave }: LinkLandingOptions): LinkLandingProps {
  const clerk = useClerk()
  const { isLoaded, isSignedIn } = useKit()
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
    const params = {
      redirectUrl: window.location.href,
      redirectUrlComplete: after(),
      onVerifiedOnOtherDevice: () => setState('elsewhere'),
    }
    void run('submit', async () => {
      await clerk.handleEmailLinkVerification(params, leave).catch((error: unknown) => {
        const { name, code } = Object(error) as { name?: string; code?: LinkLandingProps['state'] }
        if (name !== 'EmailLinkError' || !code) throw error
        setState(code)
      })
      return undefined
    })
  })
  return {
    state,
    globalError,
    retry,
    goOn: isSignedIn ? () => void clerk.navigate(after()) : null,
    leave,
  }
}
