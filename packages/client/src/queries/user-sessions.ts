import type { QueryClient } from '@tanstack/query-core'
import type { SessionWithActivityJSON } from '@usher/protocol'
import type { Send } from '../transport/transport.ts'

const userSessionsKey = ['usher', 'user-sessions'] as const

/** The person's sessions on every device: `GET /v1/me/sessions/active`. */
export const userSessionsOptions = (send: Send, userId: string) => ({
  queryKey: [...userSessionsKey, userId] as const,
  queryFn: ({ signal }: { signal?: AbortSignal }) =>
    send<SessionWithActivityJSON[]>('GET', '/me/sessions/active', { signal }),
})

/** Has the list asked for again, because a session was ended or the password was changed. */
export const invalidateUserSessions = (queryClient: QueryClient): Promise<void> =>
  queryClient.invalidateQueries({ queryKey: userSessionsKey })
