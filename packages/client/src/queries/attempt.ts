import { hashKey, type QueryClient } from '@tanstack/query-core'
import type { SignInJSON, SignUpJSON } from '@usher/protocol'
import type { ClerkError } from '../transport/errors.ts'

export type AttemptKind = 'sign_in' | 'sign_up'

export type Attempt<Resource> = {
  /** The attempt as it was last seen; stays after it is complete, when the client does not hold it any more. */
  resource: Resource | null
  error: ClerkError | null
  fetchStatus: 'idle' | 'fetching'
  /** An attempt that the person has discarded here; the server may still hold it. */
  discardedId: string | null
}

export type AttemptStore<Resource> = {
  get(): Attempt<Resource>
  set(change: Partial<Attempt<Resource>>): void
  /** Takes the attempt that the client holds. */
  follow(resource: Resource | null): void
  subscribe(listener: () => void): () => void
}

/** What the hooks for custom sign-in and sign-up screens show: the attempt, the last error, whether a call runs. */
export function createAttemptStore<Resource extends SignInJSON | SignUpJSON>(
  queryClient: QueryClient,
  kind: AttemptKind,
): AttemptStore<Resource> {
  const key = ['usher', kind] as const
  const hash = hashKey(key)
  queryClient.setQueryDefaults(key, { staleTime: 'static', gcTime: Number.POSITIVE_INFINITY })
  const get = () => queryClient.getQueryData<Attempt<Resource>>(key) ?? (none as Attempt<Resource>)
  const set = (change: Partial<Attempt<Resource>>) => void queryClient.setQueryData(key, { ...get(), ...change })
  return {
    get,
    set,
    follow(resource) {
      const { resource: last, discardedId } = get()
      if (resource ? resource.id === discardedId : last?.status === 'complete') return
      set({ resource })
    },
    subscribe: (listener) =>
      queryClient.getQueryCache().subscribe(({ query, type }) => {
        if (query.queryHash === hash && (type === 'updated' || type === 'removed')) listener()
      }),
  }
}

const none: Attempt<never> = { resource: null, error: null, fetchStatus: 'idle', discardedId: null }
