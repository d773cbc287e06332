'use client'

import { type SignInFlowOptions, useSignInFlow } from '@usher/flows'
import { useClerk, useEnvironment } from '@usher/hooks'
import type { ReactNode } from 'react'
import type { Appearance } from '../appearance/types.ts'
import { LinkLanding } from '../link/link-landing.tsx'
import { signInMessages } from '../messages/en/sign-in.ts'
import { ComponentRoot } from '../root/component-root.tsx'
import { LoadingCard } from '../root/loading-card.tsx'
import { useAppLink } from '../root/use-app-link.ts'
import { SignInView } from './sign-in.view.tsx'

export type SignInProps = SignInFlowOptions & {
  /** Look of this component, over that of the provider. */
  appearance?: Appearance | undefined
  /** What is shown until the instance is known. */
  fallback?: ReactNode
  /** The page to sign up on; the provider's without it. */
  signUpUrl?: string | undefined
  /** Accepted for compatibility: every step lives on the page where the component is. */
  routing?: 'hash' | 'path' | 'virtual' | undefined
  path?: string | undefined
}

/**
 * The sign-in card: password, code by email, another method, forgotten password. Goes on after signing in to what the
 * app forces, the `redirect_url` in the address bar, or what the app falls back to.
 */
export function SignIn({ appearance, ...props }: SignInProps): ReactNode {
  return (
    <ComponentRoot flow="signIn" appearance={appearance} catalog={signInMessages}>
      <LinkLanding kind="sign-in" options={props}>
        <SignInSteps {...props} />
      </LinkLanding>
    </ComponentRoot>
  )
}

function SignInSteps({ fallback, signUpUrl, ...options }: Omit<SignInProps, 'appearance'>) {
  const flow = useSignInFlow(options)
  const clerk = useClerk()
  const environment = useEnvironment()
  const link = useAppLink()
  if (!flow.isLoaded || !environment || flow.step.name === 'complete')
    return fallback ?? <LoadingCard height="22rem" />
  const { support_email, logo_image_url } = environment.display_config
  const isOpen = environment.user_settings.sign_up.mode === 'public'
  return (
    <SignInView
      flow={flow}
      logo={logo_image_url}
      signUp={isOpen ? link(signUpUrl ?? clerk.buildSignUpUrl(), clerk.openSignUp) : null}
      supportUrl={support_email ? `mailto:${support_email}` : null}
    />
  )
}
