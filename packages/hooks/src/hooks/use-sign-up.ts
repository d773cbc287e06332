'use client'

import { noSignUp, type SignUpFutureResource, signUpAttempt, toSignUpFuture } from '@usher/client'
import type { AttemptErrors } from './attempt-errors.ts'
import { useAttempt } from './use-attempt.ts'

const fields = [
  'firstName',
  'lastName',
  'emailAddress',
  'phoneNumber',
  'password',
  'username',
  'code',
  'captcha',
  'legalAccepted',
] as const

const kind = { storeOf: signUpAttempt, none: noSignUp, toFuture: toSignUpFuture, fields }

export type UseSignUpReturn = {
  signUp: SignUpFutureResource
  errors: AttemptErrors<(typeof fields)[number]>
  fetchStatus: 'idle' | 'fetching'
}

/** The sign-up of a screen of your own: act on `signUp`, show `errors`. Nobody is signed in before `finalize()`. */
export function useSignUp(): UseSignUpReturn {
  const { attempt, errors, fetchStatus } = useAttempt(kind)
  return { signUp: attempt, errors, fetchStatus }
}
