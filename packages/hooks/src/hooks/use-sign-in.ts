'use client'
import { type SignInFutureResource, toSignInFuture } from '@usher/client'
import { useMemo } from 'react'
import { useProvider } from '../provider/clerk-context.ts'
import { type AttemptErrors, attemptErrors } from './attempt-errors.ts'
import { useAttempt } from './use-attempt.ts'

const fields = ['identifier', 'password', 'code'] as const

export type UseSignInReturn = {
  signIn: SignInFutureResource
  errors: AttemptErrors<(typeof fields)[number]>
  fetchStatus: 'idle' | 'fetching'
}

/** A sign-in for screens of your own. No action rejects: what went wrong is in its `error` and in `errors`. */
export function useSignIn(): UseSignInReturn {
  const { api } = useProvider().clerk.__internal
  const { json, error, fetchStatus } = useAttempt('signIn')
  const errors = useMemo(() => attemptErrors(error, fields), [error])
  return { signIn: toSignInFuture(json, api), errors, fetchStatus }
}
