import { hashKey, type QueryClient } from '@tanstack/query-core'
import type { ClientJSON } from '@usher/protocol'

/** Key of the current client. Nobody fetches it: every answer of the server writes it. */
export const clientKey = ['usher', 'client'] as const

/** The current client of this browser, kept in the query cache. */
export type ClientStore = {
  get(): ClientJSON | undefined
  /** Takes a client over unless a later one is known already; says whether it did. */
  write(next: ClientJSON): boolean
  clear(): void
  subscribe(listener: () => void): () => void
}

export function createClientStore(queryClient: QueryClient): ClientStore {
  queryClient.setQueryDefaults(clientKey, {
    staleTime: 'static',
    gcTime: Number.POSITIVE_INFINITY,
    retry: false,
  })
  const hash = hashKey(clientKey)
  const get = () => queryClient.getQueryData<ClientJSON>(clientKey)
  return {
    get,
    write(next) {
      const known = get()
      // Two answers may arrive in the wrong order; the one that the server read later counts.
      if (known && next.revision <= known.revision) return false
      queryClient.setQueryData(clientKey, withoutTokens(next))
      return true
    },
    clear: () => queryClient.removeQueries({ queryKey: clientKey }),
    subscribe: (listener) =>
      queryClient.getQueryCache().subscribe((event) => {
        if (event.query.queryHash === hash && (event.type === 'updated' || event.type === 'removed'))
          listener()
      }),
  }
}

// Tokens change with every answer and are secret: in the cache they would give every session a new identity each time,
// and reach whatever persists it.
const withoutTokens = (client: ClientJSON): ClientJSON => ({
  ...client,
  sessions: client.sessions.map((session) => ({ ...session, last_active_token: null })),
})
