'use client'

import type { ReactNode } from 'react'
import { useClerkContext } from '../provider/clerk-context.ts'
import { ActionButton } from './action-button.tsx'

export type SignOutButtonProps = {
  /** Where to go afterwards; `/` without it. */
  redirectUrl?: string
  /** Signs only this session out. */
  sessionId?: string
  children?: ReactNode
}

/** A button, or your own, that signs out. */
export function SignOutButton({ redirectUrl, sessionId, children }: SignOutButtonProps): ReactNode {
  const { clerk } = useClerkContext()
  return (
    <ActionButton label="Sign out" onAct={() => clerk.signOut({ redirectUrl, sessionId })}>
      {children}
    </ActionButton>
  )
}
