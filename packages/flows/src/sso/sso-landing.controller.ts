'use client'
import { useClerk } from '@usher/hooks'
import { useEffect, useRef } from 'react'
import type { GlobalError } from '../action/failure.ts'
import { useFlowAction } from '../action/use-flow-action.ts'
import { goOnTo } from '../completion/go-on.ts'
import { useKit } from '../kit/use-kit.ts'
import { withoutLanding } from '../link/landing-url.ts'

export type SsoLandingOptions = {
  kind: 'sign-in' | 'sign-up'
  options: {
    forceRedirectUrl?: string | null | undefined
    fallbackRedirectUrl?: string | null | undefined
    signUpForceRedirectUrl?: string | null | undefined
    signUpFallbackRedirectUrl?: string | null | undefined
    unsafeMetadata?: Record<string, unknown> | undefined
    transferable?: boolean | undefined
  }
  /** Who has no account signs up on this card. */
  isCombined: boolean
  /** The page shows what it shows otherwise. */
  onLeave: () => void
}

export type SsoLandingProps = {
  globalError: GlobalError | null
  retry: () => void
  /** Shows what this page shows otherwise. */
  leave: () => void
}

/** Takes up what a provider said on the page that it leads back to, and goes on: in the app, here, or on the other page. */
export function useSsoLanding({ kind, options, isCombined, onLeave }: SsoLandingOptions): SsoLandingProps {
  const clerk = useClerk()
  const { isLoaded } = useKit()
  const { run, globalError, retry } = useFlowAction('sso-landing', [])
  const begun = useRef(false)
  const leave = () => {
    window.history.replaceState(window.history.state, '', withoutLanding(new URL(window.location.href)))
    onLeave()
  }
  const after = (isNew: boolean) => {
    if (kind === 'sign-up') return clerk.buildAfterSignUpUrl(options)
    if (!isNew) return clerk.buildAfterSignInUrl(options)
    return clerk.buildAfterSignUpUrl({
      forceRedirectUrl: options.signUpForceRedirectUrl,
      fallbackRedirectUrl: options.signUpFallbackRedirectUrl,
    })
  }
  useEffect(() => {
    if (!isLoaded || begun.current) return
    begun.current = true
    void run('submit', async () => {
      const outcome = await clerk.__internal.settleCallback(options)
      if (outcome.to === 'app')
        await clerk.setActive({
          session: outcome.sessionId,
          navigate: goOnTo(clerk, after(outcome.isNew), leave),
        })
      else if (outcome.to === kind || isCombined) return leave
      else await clerk.navigate(outcome.to === 'sign-in' ? clerk.buildSignInUrl() : clerk.buildSignUpUrl())
      return undefined
    })
  })
  return { globalError, retry, leave }
}
