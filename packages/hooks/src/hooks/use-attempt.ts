'use client'

import type { Api, AttemptStore } from '@usher/client'
import { useMemo, useSyncExternalStore } from 'react'
import { useClerkContext } from '../provider/clerk-context.ts'
import { type AttemptErrors, attemptErrors } from './attempt-errors.ts'
import { useClerkValue } from './use-clerk-value.ts'

type Kind<JSON, Future, Field extends string> = {
  storeOf: (api: Api) => AttemptStore<JSON>
  /** What there is before an attempt. */
  none: JSON
  toFuture: (json: JSON, api: Api) => Future
  /** The fields that errors belong to. */
  fields: readonly Field[]
}

/**
 * The sign-in or sign-up of an app's own screen: the attempt to show, whether an action runs, what went wrong. The
 * attempt is another object after each answer, and each of them reads as the attempt is now, for code that goes on with
 * the one it began with: `await signIn.password(…); if (signIn.status === 'complete') …`
 */
export function useAttempt<JSON, Future extends object, Field extends string>({
  storeOf,
  none,
  toFuture,
  fields,
}: Kind<JSON, Future, Field>): {
  attempt: Future
  errors: AttemptErrors<Field>
  fetchStatus: 'idle' | 'fetching'
} {
  const { api } = useClerkContext().clerk.__internal
  const store = useMemo(() => storeOf(api), [storeOf, api])
  const { error, fetchStatus } = useSyncExternalStore(store.subscribe, store.get, store.get)
  const json = useClerkValue(store.current, nothing) ?? none
  const errors = useMemo(() => attemptErrors(error, fields), [error, fields])
  const attempt = useMemo(() => {
    const latest = () => toFuture(store.current() ?? none, api)
    return new Proxy(toFuture(json, api), { get: (_, key) => Reflect.get(latest(), key) })
  }, [json, store, api, toFuture, none])
  return { attempt, errors, fetchStatus }
}

const nothing = () => null
