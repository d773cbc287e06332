import { hashKey, type QueryClient } from '@tanstack/query-core'

/** One place of the query cache that nobody fetches: it holds what was written last. */
export type Slot<Value> = {
  get(): Value | undefined
  set(next: Value): void
  subscribe(listener: () => void): () => void
}

export function createSlot<Value>(queryClient: QueryClient, queryKey: readonly string[]): Slot<Value> {
  queryClient.setQueryDefaults(queryKey, {
    staleTime: 'static',
    gcTime: Number.POSITIVE_INFINITY,
    retry: false,
  })
  const hash = hashKey(queryKey)
  return {
    get: () => queryClient.getQueryData<Value>(queryKey),
    set: (next) => void queryClient.setQueryData<Value>(queryKey, next as never),
    subscribe: (listener) =>
      queryClient.getQueryCache().subscribe(({ type, query }) => {
        if (query.queryHash === hash && (type === 'updated' || type === 'removed')) listener()
      }),
  }
}
