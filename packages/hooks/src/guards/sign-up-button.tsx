'use client'

import type { RedirectParams } from '@usher/client'
import type { ReactNode } from 'react'
import { useClerkContext } from '../provider/clerk-context.ts'
import { ActionButton } from './action-button.tsx'

export type SignUpButtonProps = {
  /** Goes to the sign-up page, or opens it as a dialog. */
  mode?: 'redirect' | 'modal'
  forceRedirectUrl?: string | null
  fallbackRedirectUrl?: string | null
  signInForceRedirectUrl?: string | null
  signInFallbackRedirectUrl?: string | null
  initialValues?: RedirectParams['initialValues']
  /** Kept with the user; only for the dialog. */
  unsafeMetadata?: Record<string, unknown>
  children?: ReactNode
}

/** A button, or your own, that leads to signing up. */
export function SignUpButton({ children, mode = 'redirect', ...props }: SignUpButtonProps): ReactNode {
  const { clerk } = useClerkContext()
  const { forceRedirectUrl, fallbackRedirectUrl, unsafeMetadata: _, ...rest } = props
  const redirect = () =>
    clerk.redirectToSignUp({
      ...rest,
      signUpForceRedirectUrl: forceRedirectUrl,
      signUpFallbackRedirectUrl: fallbackRedirectUrl,
    })
  return (
    <ActionButton label="Sign up" onAct={() => (mode === 'modal' ? clerk.openSignUp(props) : redirect())}>
      {children}
    </ActionButton>
  )
}
