'use client'

import type { AskedReverification } from '@usher/client'
import { useSyncExternalStore } from 'react'
import { useClerkContext } from '../provider/clerk-context.ts'

/** The new proof that an action waits for, and how to say how it ended; for whoever draws dialogs. */
export function useAskedReverification(): AskedReverification | null {
  const { reverifications } = useClerkContext().clerk.__internal
  return useSyncExternalStore(reverifications.subscribe, reverifications.get, nothing)
}

const nothing = () => null
