'use client'

import type { Api, Clerk } from '@usher/client'
import { type InitialState, useClerkContext } from '../provider/clerk-context.ts'
import { useClerkValue } from './use-clerk-value.ts'

/**
 * Reads something of the Clerk object once it is loaded, and before that what the server that rendered the page knew;
 * undefined when neither says.
 */
export function useKnown<Value>(
  select: (clerk: Clerk) => Value,
  atFirst: (state: InitialState, api: Api) => Value,
): Value | undefined {
  const { clerk, initialState } = useClerkContext()
  const first = () => (initialState ? atFirst(initialState, clerk.__internal.api) : undefined)
  return useClerkValue((current) => (current.loaded ? select(current) : first()), first)
}
