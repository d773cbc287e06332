'use client'

import type { SignInFlowOptions, SignInFlowProps } from '@usher/flows'
import type { ReactNode } from 'react'
import { signUpMessages } from '../messages/en/sign-up.ts'
import { MessagesProvider } from '../messages/messages-context.tsx'
import { SignUpSteps } from '../sign-up/sign-up-steps.tsx'

export type NewcomerStepsProps = {
  flow: SignInFlowProps
  /** What SignIn was told. */
  options: SignInFlowOptions
  takesFocus: boolean
}

/** Signing up on the card of signing in, in a chunk of its own. */
export function NewcomerSteps({ flow, options, takesFocus }: NewcomerStepsProps): ReactNode {
  const { newcomer } = flow.step
  return (
    <MessagesProvider catalog={signUpMessages}>
      <SignUpSteps
        forceRedirectUrl={options.signUpForceRedirectUrl}
        fallbackRedirectUrl={options.signUpFallbackRedirectUrl}
        unsafeMetadata={options.unsafeMetadata}
        initialValues={newcomer ?? undefined}
        startsOver={newcomer !== null}
        onSignIn={flow.changeIdentity}
        takesFocus={takesFocus}
      />
    </MessagesProvider>
  )
}
