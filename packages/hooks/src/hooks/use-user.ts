'use client'
import type { UserResource } from '@usher/client'
import { useClientValue } from '../provider/clerk-context.ts'

export type UseUserReturn =
  | { isLoaded: false; isSignedIn: undefined; user: undefined }
  | { isLoaded: true; isSignedIn: false; user: null }
  | { isLoaded: true; isSignedIn: true; user: UserResource }

/** The person who is signed in. */
export function useUser(): UseUserReturn {
  const user = useClientValue((client) => client && (client.activeSession?.user ?? null))
  if (user === undefined) return { isLoaded: false, isSignedIn: undefined, user }
  return user ? { isLoaded: true, isSignedIn: true, user } : { isLoaded: true, isSignedIn: false, user }
}
