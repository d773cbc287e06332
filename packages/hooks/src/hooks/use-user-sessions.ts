'use client'
import { useQuery } from '@tanstack/react-query'
import { type SessionWithActivitiesResource, toSessionWithActivities, userSessionsQuery } from '@usher/client'
import { useMemo } from 'react'
import { useProvider } from '../provider/clerk-context.ts'
import { useUser } from './use-user.ts'

export type UseUserSessionsReturn = {
  data: SessionWithActivitiesResource[] | undefined
  error: Error | null
  /** No answer has come yet. */
  isLoading: boolean
  isFetching: boolean
  isError: boolean
  /** Asks the server again. */
  revalidate: () => Promise<void>
}

/** The sessions of the person on all devices. `GET /v1/me/sessions/active` */
export function useUserSessions(): UseUserSessionsReturn {
  const { api } = useProvider().clerk.__internal
  const { user } = useUser()
  const query = useQuery(userSessionsQuery(api, user?.id), api.queryClient)
  const { data: list, error, isError, isPending, isFetching, refetch } = query
  const data = useMemo(() => list?.map((session) => toSessionWithActivities(session, api)), [list, api])
  return {
    data,
    error,
    isError,
    isFetching,
    isLoading: isPending && !isError,
    revalidate: async () => {
      await refetch()
    },
  }
}
