'use client'

import type { SignUpFlowOptions } from '@usher/flows'
import { useClerk } from '@usher/hooks'
import type { ReactNode } from 'react'
import type { Appearance } from '../appearance/types.ts'
import { LinkLanding } from '../link/link-landing.tsx'
import { signUpMessages } from '../messages/en/sign-up.ts'
import { ComponentRoot } from '../root/component-root.tsx'
import { SessionTasks } from '../tasks/session-tasks.tsx'
import { SignUpSteps } from './sign-up-steps.tsx'

export type SignUpProps = SignUpFlowOptions & {
  /** Look of this component, over that of the provider. */
  appearance?: Appearance | undefined
  /** What is shown until the instance is known. */
  fallback?: ReactNode
  /** The page to sign in on; the provider's without it. */
  signInUrl?: string | undefined
  /** The page of the waitlist; the provider's without it. */
  waitlistUrl?: string | undefined
  /** Accepted for compatibility: every step lives on the page where the component is. */
  routing?: 'hash' | 'path' | 'virtual' | undefined
  path?: string | undefined
}

/** The sign-up card: what the instance asks for, the code that verifies the address, and what may still be missing. */
export function SignUp({ appearance, ...props }: SignUpProps): ReactNode {
  const clerk = useClerk()
  return (
    <ComponentRoot flow="signUp" appearance={appearance} catalog={signUpMessages}>
      <LinkLanding kind="sign-up" options={props} isCombined={false}>
        <SessionTasks redirectUrl={() => clerk.buildAfterSignUpUrl(props)} fallback={props.fallback}>
          <SignUpSteps {...props} />
        </SessionTasks>
      </LinkLanding>
    </ComponentRoot>
  )
}
