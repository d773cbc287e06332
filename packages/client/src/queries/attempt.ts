import type { SignInJSON, SignUpJSON } from '@usher/protocol'
import type { Api } from '../api.ts'
import { createSlot } from './slot.ts'

/** What a hook for an app's own screens keeps beside the attempt itself. */
export type AttemptState<JSON> = {
  /** Shown instead of the client's attempt: what stood there while an action runs, and the attempt once complete. */
  held: JSON | null
  /** An open attempt that the app wants to see no more. */
  discardedId: string | null
  error: unknown
  fetchStatus: 'idle' | 'fetching'
}

export type AttemptStore<JSON> = {
  get(): AttemptState<JSON>
  set(next: Partial<AttemptState<JSON>>): void
  /** The attempt that a screen shows; null for none. */
  current(): JSON | null
  /** Forgets the attempt on this side; the server's is hidden from here on. */
  discard(): void
  subscribe(listener: () => void): () => void
}

const idle = { held: null, discardedId: null, error: null, fetchStatus: 'idle' as const }

/** The sign-in of an app's own screens. */
export const signInAttempt = (api: Api): AttemptStore<SignInJSON> =>
  createAttemptStore(api, 'sign-in', () => api.client.get()?.sign_in)

/** The sign-up of an app's own screens. */
export const signUpAttempt = (api: Api): AttemptStore<SignUpJSON> =>
  createAttemptStore(api, 'sign-up', () => api.client.get()?.sign_up)

function createAttemptStore<JSON extends { id: string }>(
  { queryClient }: Api,
  name: string,
  open: () => JSON | null | undefined,
): AttemptStore<JSON> {
  const slot = createSlot<AttemptState<JSON>>(queryClient, ['usher', 'attempt', name])
  const get = () => slot.get() ?? idle
  return {
    get,
    set: (next) => slot.set({ ...get(), ...next }),
    current() {
      const { held, discardedId } = get()
      const there = open()
      return held ?? (there && there.id !== discardedId ? there : null)
    },
    discard: () => slot.set({ ...idle, discardedId: open()?.id ?? null }),
    subscribe: slot.subscribe,
  }
}
