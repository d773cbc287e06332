'use client'

import type { ReactNode } from 'react'
import { useClerkContext } from '../provider/clerk-context.ts'
import { ActionButton } from './action-button.tsx'

export type SignOutButtonProps = {
  /** Where to go afterwards; `/` without it. */
  redirectUrl?: string
  /** Signs only this session out. */
  sessionId?: string
  /** @deprecated Use `redirectUrl` and `sessionId`. */
  signOutOptions?: { redirectUrl?: string; sessionId?: string }
  /** @deprecated Runs instead of going anywhere; use `redirectUrl`, or `useClerk().signOut()`. */
  signOutCallback?: () => unknown
  children?: ReactNode
}

/** A button, or your own, that signs out. */
export function SignOutButton(props: SignOutButtonProps): ReactNode {
  const { redirectUrl, sessionId, signOutOptions, signOutCallback, children } = props
  const { clerk } = useClerkContext()
  const options = signOutOptions ?? { redirectUrl, sessionId }
  const signOut = () => (signOutCallback ? clerk.signOut(signOutCallback, options) : clerk.signOut(options))
  return (
    <ActionButton label="Sign out" onAct={signOut}>
      {children}
    </ActionButton>
  )
}
