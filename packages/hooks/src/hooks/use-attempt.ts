'use client'

import type { Api, AttemptStore } from '@usher/client'
import { useMemo, useSyncExternalStore } from 'react'
import { useClerkContext } from '../provider/clerk-context.ts'
import { type AttemptErrors, attemptErrors } from './attempt-errors.ts'
import { useClerkValue } from './use-clerk-value.ts'

/** The sign-in or sign-up of an app's own screen: the attempt to show, whether an action runs, what went wrong. */
export function useAttempt<JSON, Field extends string>(
  storeOf: (api: Api) => AttemptStore<JSON>,
  fields: readonly Field[],
): { api: Api; attempt: JSON | null; errors: AttemptErrors<Field>; fetchStatus: 'idle' | 'fetching' } {
  const { api } = useClerkContext().clerk.__internal
  const store = useMemo(() => storeOf(api), [storeOf, api])
  const { error, fetchStatus } = useSyncExternalStore(store.subscribe, store.get, store.get)
  const attempt = useClerkValue(store.current, nothing)
  const errors = useMemo(() => attemptErrors(error, fields), [error, fields])
  return { api, attempt, errors, fetchStatus }
}

const nothing = () => null
