'use client'

import { noSignIn, type SignInFutureResource, signInAttempt, toSignInFuture } from '@usher/client'
import type { AttemptErrors } from './attempt-errors.ts'
import { useAttempt } from './use-attempt.ts'

const fields = ['identifier', 'password', 'code'] as const
const kind = { storeOf: signInAttempt, none: noSignIn, toFuture: toSignInFuture, fields }

export type UseSignInReturn = {
  signIn: SignInFutureResource
  errors: AttemptErrors<(typeof fields)[number]>
  fetchStatus: 'idle' | 'fetching'
}

/** The sign-in of a screen of your own: act on `signIn`, show `errors`. Nobody is signed in before `finalize()`. */
export function useSignIn(): UseSignInReturn {
  const { attempt, errors, fetchStatus } = useAttempt(kind)
  return { signIn: attempt, errors, fetchStatus }
}
