'use client'
import { useUserSessions } from '@usher/hooks'
import type { SessionActivityLike } from './kit.ts'

export function useSessionActivities() {
  const { data, isLoading, revalidate } = useUserSessions()
  return {
    isLoaded: !isLoading,
    list: (data ?? []) as readonly SessionActivityLike[],
    reload: async () => {
      await revalidate()
    },
  }
}
