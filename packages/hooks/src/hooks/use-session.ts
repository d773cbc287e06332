'use client'

import { type SessionResource, toSession } from '@usher/client'
import { useKnown } from './use-known.ts'

export type UseSessionReturn =
  | { isLoaded: false; isSignedIn: undefined; session: undefined }
  | { isLoaded: true; isSignedIn: false; session: null }
  | { isLoaded: true; isSignedIn: boolean; session: SessionResource }

/** The session that is active in this browser; `isSignedIn` is false while it still has tasks. */
export function useSession(): UseSessionReturn {
  const session = useKnown(
    (clerk) => clerk.session,
    (state, api) => (state.sessionId ? state.session && toSession(state.session, api) : null),
  )
  if (session === undefined) return { isLoaded: false, isSignedIn: undefined, session: undefined }
  if (session === null) return { isLoaded: true, isSignedIn: false, session: null }
  return { isLoaded: true, isSignedIn: session.status === 'active', session }
}
