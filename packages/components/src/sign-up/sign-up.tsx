'use client'

import { type SignUpFlowOptions, useSignUpFlow } from '@usher/flows'
import { useClerk, useEnvironment, useModal } from '@usher/hooks'
import type { ReactNode } from 'react'
import type { Appearance } from '../appearance/types.ts'
import { LinkLanding } from '../link/link-landing.tsx'
import { signUpMessages } from '../messages/en/sign-up.ts'
import { ComponentRoot } from '../root/component-root.tsx'
import { LoadingCard } from '../root/loading-card.tsx'
import { useAppLink } from '../root/use-app-link.ts'
import { SignUpView } from './sign-up.view.tsx'

export type SignUpProps = SignUpFlowOptions & {
  /** Look of this component, over that of the provider. */
  appearance?: Appearance | undefined
  /** What is shown until the instance is known. */
  fallback?: ReactNode
  /** The page to sign in on; the provider's without it. */
  signInUrl?: string | undefined
  /** Accepted for compatibility: every step lives on the page where the component is. */
  routing?: 'hash' | 'path' | 'virtual' | undefined
  path?: string | undefined
}

/** The sign-up card: what the instance asks for, the code that verifies the address, and what may still be missing. */
export function SignUp({ appearance, ...props }: SignUpProps): ReactNode {
  return (
    <ComponentRoot flow="signUp" appearance={appearance} catalog={signUpMessages}>
      <LinkLanding kind="sign-up" options={props}>
        <SignUpSteps {...props} />
      </LinkLanding>
    </ComponentRoot>
  )
}

function SignUpSteps({ fallback, signInUrl, ...options }: Omit<SignUpProps, 'appearance'>) {
  const flow = useSignUpFlow(options)
  const clerk = useClerk()
  const environment = useEnvironment()
  const link = useAppLink()
  const { modal } = useModal()
  if (!flow.isLoaded || !environment || flow.step.name === 'complete')
    return fallback ?? <LoadingCard height="22rem" />
  const initialValues = { emailAddress: flow.takenEmailAddress ?? undefined }
  const openSignIn = () => clerk.openSignIn({ initialValues })
  return (
    <SignUpView
      flow={modal ? { ...flow, signInInstead: openSignIn } : flow}
      logo={environment.display_config.logo_image_url}
      signIn={link(signInUrl ?? clerk.buildSignInUrl(), clerk.openSignIn)}
    />
  )
}
