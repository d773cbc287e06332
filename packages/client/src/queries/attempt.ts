import { hashKey, type QueryClient } from '@tanstack/query-core'

/** What a hook for an app's own screens keeps beside the attempt itself. */
export type AttemptState<JSON> = {
  /** The attempt as it was completed, which the client no longer carries. */
  completed: JSON | null
  error: unknown
  fetchStatus: 'idle' | 'fetching'
}

export type AttemptStore<JSON> = {
  get(): AttemptState<JSON>
  set(next: Partial<AttemptState<JSON>>): void
  subscribe(listener: () => void): () => void
}

const idle = { completed: null, error: null, fetchStatus: 'idle' as const }

/** State of the sign-in or sign-up of an app's own screens. */
export function createAttemptStore<JSON>(
  queryClient: QueryClient,
  name: 'sign-in' | 'sign-up',
): AttemptStore<JSON> {
  const key = ['usher', 'attempt', name]
  const hash = hashKey(key)
  queryClient.setQueryDefaults(key, { staleTime: 'static', gcTime: Number.POSITIVE_INFINITY })
  const get = () => queryClient.getQueryData<AttemptState<JSON>>(key) ?? idle
  return {
    get,
    set: (next) => queryClient.setQueryData(key, { ...get(), ...next }),
    subscribe: (listener) =>
      queryClient.getQueryCache().subscribe((event) => {
        if (event.query.queryHash === hash) listener()
      }),
  }
}
