import { hashKey, type QueryClient } from '@tanstack/query-core'
import type { EnvironmentJSON } from '@usher/protocol'

export const environmentKey = ['usher', 'environment'] as const

export type EnvironmentStore = ReturnType<typeof createEnvironmentStore>

/** What the instance allows, as `GET /v1/environment` gave it last. */
export function createEnvironmentStore(queryClient: QueryClient) {
  const hash = hashKey(environmentKey)
  queryClient.setQueryDefaults(environmentKey, { staleTime: 'static', gcTime: Number.POSITIVE_INFINITY })
  return {
    get: () => queryClient.getQueryData<EnvironmentJSON>(environmentKey),
    write: (environment: EnvironmentJSON) => void queryClient.setQueryData(environmentKey, environment),
    subscribe: (listener: () => void) =>
      queryClient.getQueryCache().subscribe(({ query, type }) => {
        if (query.queryHash === hash && (type === 'updated' || type === 'removed')) listener()
      }),
  }
}
