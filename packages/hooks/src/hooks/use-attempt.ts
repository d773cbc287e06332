'use client'

import type { Api } from '@usher/client'
import { useCallback, useSyncExternalStore } from 'react'
import { useClerkContext } from '../provider/clerk-context.ts'

type Stores = Pick<Api, 'signInAttempt' | 'signUpAttempt'>

/** What is known of the sign-in or sign-up of an app's own screen: pending, error, and the attempt once complete. */
export function useAttempt<Name extends keyof Stores>(name: Name): ReturnType<Stores[Name]['get']> {
  const { clerk } = useClerkContext()
  const store: Stores[Name] = clerk.__internal.api[name]
  const subscribe = useCallback((listener: () => void) => store.subscribe(listener), [store])
  const get = store.get as () => ReturnType<Stores[Name]['get']>
  return useSyncExternalStore(subscribe, get, get)
}
