'use client'

import { noSignIn, type SignInFutureResource, toSignInFuture } from '@usher/client'
import { useMemo } from 'react'
import { useClerkContext } from '../provider/clerk-context.ts'
import { type AttemptErrors, attemptErrors } from './attempt-errors.ts'
import { useAttempt } from './use-attempt.ts'
import { useClerkValue } from './use-clerk-value.ts'

const fields = ['identifier', 'password', 'code'] as const

export type UseSignInReturn = {
  signIn: SignInFutureResource
  errors: AttemptErrors<(typeof fields)[number]>
  fetchStatus: 'idle' | 'fetching'
}

/** The sign-in of a screen of your own: act on `signIn`, show `errors`. */
export function useSignIn(): UseSignInReturn {
  const { api } = useClerkContext().clerk.__internal
  const open = useClerkValue((clerk) => clerk.__internal.api.client.get()?.sign_in ?? null, nothing)
  const { completed, error, fetchStatus } = useAttempt('signInAttempt')
  const errors = useMemo(() => attemptErrors(error, fields), [error])
  return { signIn: toSignInFuture(completed ?? open ?? noSignIn, api), errors, fetchStatus }
}

const nothing = () => null
