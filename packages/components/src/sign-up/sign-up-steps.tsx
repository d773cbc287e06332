'use client'

import { type SignUpFlowOptions, useSignUpFlow } from '@usher/flows'
import { useClerk, useEnvironment, useModal } from '@usher/hooks'
import type { ReactNode } from 'react'
import { useAppearance } from '../appearance/appearance-context.tsx'
import { LoadingCard } from '../root/loading-card.tsx'
import { useAppLink } from '../root/use-app-link.ts'
import { Providers } from '../sso/providers.tsx'
import { SignUpView } from './sign-up.view.tsx'

export type SignUpStepsProps = SignUpFlowOptions & {
  fallback?: ReactNode
  signInUrl?: string | undefined
  /** The page of the waitlist; the provider's without it. */
  waitlistUrl?: string | undefined
  /** Leads to signing in on the same card, when these steps stand there. */
  onSignIn?: (() => void) | undefined
  /** Whether the first step takes the focus: it stands where another step was. */
  takesFocus?: boolean
}

/** The steps of a sign-up, as they stand in SignUp, and in SignIn for somebody without an account. */
export function SignUpSteps(props: SignUpStepsProps): ReactNode {
  const { fallback, signInUrl, onSignIn, takesFocus = false, ...options } = props
  const { showOptionalFields } = useAppearance().options
  const flow = useSignUpFlow({ showOptionalFields, ...options })
  const clerk = useClerk()
  const environment = useEnvironment()
  const link = useAppLink()
  const { modal } = useModal()
  if (!flow.isLoaded || !environment || flow.step.name === 'complete')
    return fallback ?? <LoadingCard height="22rem" />
  const waitlistUrl = options.waitlistUrl ?? clerk.buildWaitlistUrl()
  const hasWaitlist = environment.user_settings.sign_up.mode === 'waitlist'
  const initialValues = { emailAddress: flow.takenEmailAddress ?? undefined }
  const signInInstead = onSignIn ?? (modal && (() => clerk.openSignIn({ initialValues })))
  return (
    <SignUpView
      flow={signInInstead ? { ...flow, signInInstead } : flow}
      logo={environment.display_config.logo_image_url}
      signIn={onSignIn ? { onClick: onSignIn } : link(signInUrl ?? clerk.buildSignInUrl(), clerk.openSignIn)}
      waitlist={waitlistUrl && hasWaitlist ? link(waitlistUrl, () => clerk.navigate(waitlistUrl)) : null}
      takesFocus={takesFocus}
      providers={<Providers kind="sign-up" options={options} />}
    />
  )
}
