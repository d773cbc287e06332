'use client'

import type { UserResource } from '@usher/client'
import { useClerkValue } from './use-clerk-value.ts'

export type UseUserReturn =
  | { isLoaded: false; isSignedIn: undefined; user: undefined }
  | { isLoaded: true; isSignedIn: false; user: null }
  | { isLoaded: true; isSignedIn: true; user: UserResource }

/** Who is signed in. */
export function useUser(): UseUserReturn {
  const user = useClerkValue((clerk) => (clerk.loaded ? clerk.user : undefined), nothing)
  if (user === undefined) return { isLoaded: false, isSignedIn: undefined, user: undefined }
  if (user === null) return { isLoaded: true, isSignedIn: false, user: null }
  return { isLoaded: true, isSignedIn: true, user }
}

const nothing = () => undefined
