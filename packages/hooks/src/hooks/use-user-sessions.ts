'use client'

import { useQuery } from '@tanstack/react-query'
import { type SessionWithActivitiesResource, toSessionWithActivities, userSessionsQuery } from '@usher/client'
import { useMemo } from 'react'
import { useClerkContext } from '../provider/clerk-context.ts'
import { useUser } from './use-user.ts'

export type UseUserSessionsReturn = {
  data: SessionWithActivitiesResource[] | undefined
  error: Error | null
  isLoading: boolean
  isFetching: boolean
  revalidate: () => Promise<unknown>
}

/** The sessions of the user on all devices. `GET /v1/me/sessions/active` */
export function useUserSessions(): UseUserSessionsReturn {
  const { api } = useClerkContext().clerk.__internal
  const { user } = useUser()
  const { data, error, isPending, isFetching, refetch } = useQuery(
    userSessionsQuery(api, user?.id),
    api.queryClient,
  )
  const sessions = useMemo(() => data?.map((session) => toSessionWithActivities(session, api)), [data, api])
  return { data: sessions, error, isLoading: isPending, isFetching, revalidate: refetch }
}
