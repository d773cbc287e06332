'use client'
import type { EnvironmentJSON } from '@usher/protocol'
import { useSyncExternalStore } from 'react'
import { useProvider } from '../provider/clerk-context.ts'

/** What the instance allows and asks for (`GET /v1/environment`); null before loading. */
export function useEnvironment(): EnvironmentJSON | null {
  const { clerk, initialState } = useProvider()
  const { environment } = clerk.__internal.api
  return useSyncExternalStore(
    environment.subscribe,
    () => environment.get() ?? null,
    () => initialState?.environment ?? null,
  )
}
