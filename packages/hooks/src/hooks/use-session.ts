'use client'
import type { SessionResource } from '@usher/client'
import { useClientValue } from '../provider/clerk-context.ts'

export type UseSessionReturn =
  | { isLoaded: false; isSignedIn: undefined; session: undefined }
  | { isLoaded: true; isSignedIn: false; session: null }
  | { isLoaded: true; isSignedIn: boolean; session: SessionResource }

/** The active session of this browser. `isSignedIn` is false while the session waits for something (`pending`). */
export function useSession(): UseSessionReturn {
  const session = useClientValue((client) => client && client.activeSession)
  if (session === undefined) return { isLoaded: false, isSignedIn: undefined, session }
  if (session === null) return { isLoaded: true, isSignedIn: false, session }
  return { isLoaded: true, isSignedIn: session.status === 'active', session }
}
