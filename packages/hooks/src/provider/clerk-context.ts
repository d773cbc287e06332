'use client'

import { type Clerk, ClerkRuntimeError, type SessionClaims, type SessionResource } from '@usher/client'
import type { SessionJSON, UserJSON } from '@usher/protocol'
import { createContext, useContext } from 'react'

/** What never changes while a provider lives. */
export type ClerkContextValue = {
  clerk: Clerk
  initialState: InitialState | undefined
}

/** What the app says to the prebuilt components; this package only hands it on. */
export type LookContextValue = {
  appearance: unknown
  localization: unknown
  nonce: string | undefined
}

/** What a server that rendered the page knows of who is signed in: no `userId` means nobody. */
export type InitialState = {
  userId?: string | null | undefined
  sessionId?: string | null | undefined
  sessionClaims?: SessionClaims | null | undefined
  actor?: SessionResource['actor'] | undefined
  /** As the server told it; without it `useUser` loads. */
  user?: UserJSON | null | undefined
  /** As the server told it; without it `useSession` loads. */
  session?: SessionJSON | null | undefined
}

export const ClerkContext = createContext<ClerkContextValue | null>(null)
export const LookContext = createContext<LookContextValue | null>(null)

/** The Clerk object of the provider around. Throws `ClerkRuntimeError` (`no_clerk_provider`) outside of one. */
export const useClerkContext = (): ClerkContextValue => required(useContext(ClerkContext))

/** The look and the texts that the provider around was given; a change of them renders nobody else. */
export const useLook = (): LookContextValue => required(useContext(LookContext))

function required<Value>(value: Value | null): Value {
  if (value) return value
  throw new ClerkRuntimeError(
    'This hook or component works inside <ClerkProvider> only. Put one around the app.',
    { code: 'no_clerk_provider' },
  )
}
