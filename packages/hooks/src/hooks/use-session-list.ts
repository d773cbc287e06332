'use client'
import type { Clerk, SessionResource } from '@usher/client'
import { useClientValue, useProvider } from '../provider/clerk-context.ts'

export type UseSessionListReturn =
  | { isLoaded: false; sessions: undefined; setActive: undefined }
  | { isLoaded: true; sessions: SessionResource[]; setActive: Clerk['setActive'] }

/** The sessions of this browser, one for each account; for a person's devices see `useUserSessions`. */
export function useSessionList(): UseSessionListReturn {
  const { setActive } = useProvider().clerk
  const sessions = useClientValue((client) => client?.sessions)
  if (!sessions) return { isLoaded: false, sessions, setActive: undefined }
  return { isLoaded: true, sessions, setActive }
}
