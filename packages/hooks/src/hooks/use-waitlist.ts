'use client'

import { type FutureResult, isKnownError } from '@usher/client'
import { useMemo, useState } from 'react'
import { useClerkContext } from '../provider/clerk-context.ts'
import { type AttemptErrors, attemptErrors } from './attempt-errors.ts'

const fields = ['emailAddress'] as const

export type UseWaitlistReturn = {
  waitlist: {
    /** Undefined until somebody has joined from here. */
    id: string | undefined
    /** Puts an address on the waitlist; an error is also in the hook's `errors`. `POST /v1/waitlist` */
    join(params: { emailAddress: string }): Promise<FutureResult>
  }
  errors: AttemptErrors<(typeof fields)[number]>
  fetchStatus: 'idle' | 'fetching'
}

type State = { id: string | undefined; error: unknown; fetchStatus: 'idle' | 'fetching' }

/** The waitlist of an instance where new accounts need an invitation, for a screen of your own. */
export function useWaitlist(): UseWaitlistReturn {
  const { clerk } = useClerkContext()
  const [{ id, error, fetchStatus }, setState] = useState<State>(idle)
  const errors = useMemo(() => attemptErrors(error, fields), [error])
  const waitlist = useMemo(() => {
    const join = async (params: { emailAddress: string }) => {
      setState({ id, error: null, fetchStatus: 'fetching' })
      try {
        const entry = await clerk.joinWaitlist(params)
        setState({ id: entry.id, error: null, fetchStatus: 'idle' })
        return { error: null }
      } catch (cause) {
        setState({ id, error: cause, fetchStatus: 'idle' })
        if (!isKnownError(cause)) throw cause
        return { error: cause }
      }
    }
    return { id, join }
  }, [clerk, id])
  return { waitlist, errors, fetchStatus }
}

const idle: State = { id: undefined, error: null, fetchStatus: 'idle' }
