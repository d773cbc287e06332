'use client'

import { toUser, type UserResource } from '@usher/client'
import { useKnown } from './use-known.ts'

export type UseUserReturn =
  | { isLoaded: false; isSignedIn: undefined; user: undefined }
  | { isLoaded: true; isSignedIn: false; user: null }
  | { isLoaded: true; isSignedIn: true; user: UserResource }

/** Who is signed in; `user` is undefined while that is not known, and null when nobody is. */
export function useUser(): UseUserReturn {
  const user = useKnown(
    (clerk) => clerk.user,
    (state, api) => (state.userId ? state.user && toUser(state.user, api) : null),
  )
  if (user === undefined) return { isLoaded: false, isSignedIn: undefined, user: undefined }
  if (user === null) return { isLoaded: true, isSignedIn: false, user: null }
  return { isLoaded: true, isSignedIn: true, user }
}
