'use client'

import type { RedirectParams } from '@usher/client'
import type { ReactNode } from 'react'
import { useClerkContext } from '../provider/clerk-context.ts'
import { ActionButton } from './action-button.tsx'

export type SignInButtonProps = {
  /** Goes to the sign-in page, or opens it as a dialog. */
  mode?: 'redirect' | 'modal'
  forceRedirectUrl?: string | null
  fallbackRedirectUrl?: string | null
  signUpForceRedirectUrl?: string | null
  signUpFallbackRedirectUrl?: string | null
  initialValues?: RedirectParams['initialValues']
  children?: ReactNode
}

/** A button, or your own, that leads to signing in. */
export function SignInButton({ children, mode = 'redirect', ...props }: SignInButtonProps): ReactNode {
  const { clerk } = useClerkContext()
  const { forceRedirectUrl, fallbackRedirectUrl, ...rest } = props
  const redirect = () =>
    clerk.redirectToSignIn({
      ...rest,
      signInForceRedirectUrl: forceRedirectUrl,
      signInFallbackRedirectUrl: fallbackRedirectUrl,
    })
  return (
    <ActionButton label="Sign in" onAct={() => (mode === 'modal' ? clerk.openSignIn(props) : redirect())}>
      {children}
    </ActionButton>
  )
}
