'use client'

import type { SetActiveParams, SignUpResource } from '@usher/client'
import { useClerkContext } from '../provider/clerk-context.ts'
import { liveAttempt } from './live-attempt.ts'
import { useClientValue } from './use-client-value.ts'

export type UseSignUpReturn =
  | { isLoaded: false; signUp: undefined; setActive: undefined }
  | { isLoaded: true; signUp: SignUpResource; setActive: (params: SetActiveParams) => Promise<void> }

/** The sign-up of this browser, whose actions reject when they are refused; and `setActive`, once it is complete. */
export function useSignUp(): UseSignUpReturn {
  const { clerk } = useClerkContext()
  const signUp = useClientValue((client) => liveAttempt(client.signUp))
  if (!signUp) return { isLoaded: false, signUp: undefined, setActive: undefined }
  return { isLoaded: true, signUp, setActive: clerk.setActive }
}
