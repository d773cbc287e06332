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

export type UseSignUpReturn = {
  signUp: SignUpFutureResource
  errors: AttemptErrors<(typeof fields)[number]>
  fetchStatus: 'idle' | 'fetching'
}

/** The sign-up of a screen of your own: act on `signUp`, show `errors`. Nobody is signed in before `finalize()`. */
export function useSignUp(): UseSignUpReturn {
  const { api, attempt, errors, fetchStatus } = useAttempt(signUpAttempt, fields)
  return { signUp: toSignUpFuture(attempt ?? noSignUp, api), errors, fetchStatus }
}
