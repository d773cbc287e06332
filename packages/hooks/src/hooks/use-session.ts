'use client'

import type { SessionResource } from '@usher/client'
import { useClerkValue } from './use-clerk-value.ts'

export type UseSessionReturn =
  | { isLoaded: false; isSignedIn: undefined; session: undefined }
  | { isLoaded: true; isSignedIn: false; session: null }
  | { isLoaded: true; isSignedIn: boolean; session: SessionResource }

/** The session that is active in this browser; `isSignedIn` is false while it still has tasks. */
export function useSession(): UseSessionReturn {
  const session = useClerkValue((clerk) => (clerk.loaded ? clerk.session : undefined), nothing)
  if (session === undefined) return { isLoaded: false, isSignedIn: undefined, session: undefined }
  if (session === null) return { isLoaded: true, isSignedIn: false, session: null }
  return { isLoaded: true, isSignedIn: session.status === 'active', session }
}

const nothing = () => undefined
