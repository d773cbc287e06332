'use client'
import { useClerk } from '@usher/hooks'
import { useState } from 'react'
import type { GlobalError } from '../action/failure.ts'
import { useFlowAction } from '../action/use-flow-action.ts'
import { loaded, type ProviderVerification } from '../kit/kit.ts'
import { useKit } from '../kit/use-kit.ts'
import { ssoUrl } from '../link/landing-url.ts'
import { providersOf } from './providers.ts'
import type { SsoOptions, SsoProps } from './sso.props.ts'
import { useReturn } from './use-return.ts'

/** Signs in or up with an account elsewhere: goes to its provider, and says what went wrong there. */
export function useSso({ kind, options }: SsoOptions): SsoProps {
  const clerk = useClerk()
  const { client, environment } = useKit()
  const [pending, setPending] = useState<string | null>(null)
  const action = useFlowAction('sso', [])
  const isSignIn = kind === 'sign-in'
  useReturn(() => setPending(null))
  const start = async (strategy: string) => {
    if (pending) return
    setPending(strategy)
    const { oidcPrompt, unsafeMetadata } = options
    const after = isSignIn ? clerk.buildAfterSignInUrl(options) : clerk.buildAfterSignUpUrl(options)
    const params = {
      strategy,
      oidcPrompt,
      redirectUrl: ssoUrl(clerk.__internal.modal.get()?.name),
      redirectUrlComplete: new URL(after, window.location.href).href,
      ...(isSignIn ? {} : { unsafeMetadata }),
    }
    // Only a press may open a window, so it is opened before anything is asked.
    const popup = options.oauthFlow === 'popup' ? window.open('', '', 'width=480,height=720') : null
    await action.run('submit', async () => {
      const attempt = loaded(clerk)[isSignIn ? 'signIn' : 'signUp']
      const going = popup
        ? attempt.authenticateWithPopup({ ...params, popup })
        : attempt.authenticateWithRedirect(params)
      await going.catch((error: unknown) => {
        setPending(null)
        popup?.close()
        if (Object(error).code !== 'popup_closed') throw error
      })
      // In this window the page is about to go: the button stays as it is.
      if (popup) setPending(null)
      return undefined
    })
  }
  const said = isSignIn
    ? client?.signIn.firstFactorVerification
    : client?.signUp.verifications.externalAccount
  return {
    providers: providersOf(environment, client?.lastAuthenticationStrategy ?? null),
    pending,
    error: pending ? null : (action.globalError ?? verdictOf(said)),
    retry: action.retry,
    start,
  }
}

function verdictOf(verification: ProviderVerification | undefined): GlobalError | null {
  if (verification?.status !== 'failed' || !verification.error) return null
  return { ...verification.error, kind: 'verdict', action: 'submit', retryAfterUntil: null, traceId: null }
}
