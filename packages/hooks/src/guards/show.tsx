'use client'

import type { ReactNode } from 'react'
import { type Has, useAuth } from '../hooks/use-auth.ts'

export type ShowProps = {
  /** Who is to see the children; an object is asked of `has`, and a function is given it. */
  when: 'signed-in' | 'signed-out' | Parameters<Has>[0] | ((has: Has) => boolean)
  /** What the others see. */
  fallback?: ReactNode
  /** Whether a session with open tasks counts as signed out; true without it. */
  treatPendingAsSignedOut?: boolean
  children?: ReactNode
}

/**
 * Shows its children to the signed in or to the signed out, and nothing until that is known. It hides, it does not
 * protect: a backend must check by itself.
 */
export function Show({
  when,
  fallback = null,
  treatPendingAsSignedOut = true,
  children,
}: ShowProps): ReactNode {
  const { isLoaded, isSignedIn, has } = useAuth({ treatPendingAsSignedOut })
  if (!isLoaded) return null
  const isShown =
    typeof when === 'string'
      ? (when === 'signed-in') === isSignedIn
      : isSignedIn && (typeof when === 'function' ? when(has) : has(when))
  return isShown ? children : fallback
}
