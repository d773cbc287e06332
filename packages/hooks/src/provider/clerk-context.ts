'use client'

import type { Clerk } from '@usher/client'
import { createContext, useContext } from 'react'

export type ClerkContextValue = {
  clerk: Clerk
  /** What the app says to the prebuilt components; this package only hands it on. */
  appearance: unknown
  localization: unknown
  initialState: InitialState | undefined
}

/** What a server that rendered the page knows of who is signed in. */
export type InitialState = {
  userId?: string | null
  sessionId?: string | null
  sessionClaims?: Record<string, unknown> | null
}

export const ClerkContext = createContext<ClerkContextValue | null>(null)

/** What the provider around says. Throws outside of one. */
export function useClerkContext(): ClerkContextValue {
  const value = useContext(ClerkContext)
  if (!value)
    throw new Error('This hook or component works inside <ClerkProvider> only. Put one around the app.')
  return value
}
