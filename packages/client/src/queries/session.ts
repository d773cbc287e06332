import type { SessionWithActivityJSON } from '@usher/protocol'
import type { Api } from '../api.ts'

/** Key of everything that is known about sessions on all devices. */
export const sessionsKey = ['usher', 'sessions'] as const

/** Key of the sessions of a user on all devices. */
export const userSessionsKey = (userId: string | undefined) => [...sessionsKey, userId] as const

/** `GET /v1/me/sessions/active`, which answers with a bare array. */
export const userSessionsQuery = (api: Api, userId: string | undefined) => ({
  queryKey: userSessionsKey(userId),
  queryFn: ({ signal }: { signal: AbortSignal }) =>
    api.transport.call<SessionWithActivityJSON[]>('/me/sessions/active', { signal }),
  enabled: userId !== undefined,
  staleTime: 0,
})
