'use client'

import type { SetActiveParams, SignInResource } from '@usher/client'
import { useClerkContext } from '../provider/clerk-context.ts'
import { liveAttempt } from './live-attempt.ts'
import { useClientValue } from './use-client-value.ts'

export type UseSignInReturn =
  | { isLoaded: false; signIn: undefined; setActive: undefined }
  | { isLoaded: true; signIn: SignInResource; setActive: (params: SetActiveParams) => Promise<void> }

/** The sign-in of this browser, whose actions reject when they are refused; and `setActive`, once it is complete. */
export function useSignIn(): UseSignInReturn {
  const { clerk } = useClerkContext()
  const signIn = useClientValue((client) => liveAttempt(client.signIn))
  if (!signIn) return { isLoaded: false, signIn: undefined, setActive: undefined }
  return { isLoaded: true, signIn, setActive: clerk.setActive }
}
