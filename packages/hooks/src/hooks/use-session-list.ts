'use client'

import type { SessionResource, SetActiveParams } from '@usher/client'
import { useClerkContext } from '../provider/clerk-context.ts'
import { useClerkValue } from './use-clerk-value.ts'

export type UseSessionListReturn =
  | { isLoaded: false; sessions: undefined; setActive: undefined }
  | { isLoaded: true; sessions: SessionResource[]; setActive: (params: SetActiveParams) => Promise<void> }

/** The accounts that are signed in on this browser, and how to change between them. */
export function useSessionList(): UseSessionListReturn {
  const { clerk } = useClerkContext()
  const sessions = useClerkValue(({ loaded, client }) => (loaded ? client?.sessions : undefined), nothing)
  if (!sessions) return { isLoaded: false, sessions: undefined, setActive: undefined }
  return { isLoaded: true, sessions, setActive: clerk.setActive }
}

const nothing = () => undefined
