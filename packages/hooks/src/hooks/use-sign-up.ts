'use client'

import { noSignUp, type SignUpFutureResource, toSignUpFuture } from '@usher/client'
import { useMemo } from 'react'
import { useClerkContext } from '../provider/clerk-context.ts'
import { type AttemptErrors, attemptErrors } from './attempt-errors.ts'
import { useAttempt } from './use-attempt.ts'
import { useClerkValue } from './use-clerk-value.ts'

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

/** The sign-up of a screen of your own: act on `signUp`, show `errors`. */
export function useSignUp(): UseSignUpReturn {
  const { api } = useClerkContext().clerk.__internal
  const open = useClerkValue((clerk) => clerk.__internal.api.client.get()?.sign_up ?? null, nothing)
  const { completed, error, fetchStatus } = useAttempt('signUpAttempt')
  const errors = useMemo(() => attemptErrors(error, fields), [error])
  return { signUp: toSignUpFuture(completed ?? open ?? noSignUp, api), errors, fetchStatus }
}

const nothing = () => null
