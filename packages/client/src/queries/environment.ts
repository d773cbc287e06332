import { hashKey, type QueryClient } from '@tanstack/query-core'
import type { EnvironmentJSON } from '@usher/protocol'

/** Key of what the instance allows and asks for; read once at boot. */
export const environmentKey = ['usher', 'environment'] as const

export function createEnvironmentStore(queryClient: QueryClient) {
  queryClient.setQueryDefaults(environmentKey, { staleTime: 'static', gcTime: Number.POSITIVE_INFINITY })
  const hash = hashKey(environmentKey)
  return {
    get: () => queryClient.getQueryData<EnvironmentJSON>(environmentKey),
    write: (next: EnvironmentJSON) => queryClient.setQueryData(environmentKey, next),
    subscribe: (listener: () => void) =>
      queryClient.getQueryCache().subscribe((event) => {
        if (event.query.queryHash === hash) listener()
      }),
  }
}

export type EnvironmentStore = ReturnType<typeof createEnvironmentStore>
