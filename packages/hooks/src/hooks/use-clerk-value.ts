'use client'

import type { Clerk } from '@usher/client'
import { useCallback, useSyncExternalStore } from 'react'
import { useClerkContext } from '../provider/clerk-context.ts'

/**
 * Reads something of the Clerk object and renders again when that something changes. What `select` gives must be the
 * same object while nothing changed, as every resource is.
 * @param onServer what is known while a server renders, and until the first answer has come
 */
export function useClerkValue<Value>(select: (clerk: Clerk) => Value, onServer: () => Value): Value {
  const { clerk } = useClerkContext()
  const subscribe = useCallback(
    (listener: () => void) => {
      const { api } = clerk.__internal
      const stops = [api.client.subscribe(listener), api.environment.subscribe(listener)]
      clerk.on('status', listener)
      return () => {
        for (const stop of stops) stop()
        clerk.off('status', listener)
      }
    },
    [clerk],
  )
  return useSyncExternalStore(subscribe, () => select(clerk), onServer)
}
