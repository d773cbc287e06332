import type { Api } from '../api.ts'
import type { AttemptStore } from '../queries/attempt.ts'
import { ClerkRuntimeError, isKnownError } from '../transport/errors.ts'

/** What an action of an app's own screen resolves to; an error is also in the hook's `errors`. */
export type FutureResult = { error: unknown }

export type FinalizeParams = {
  navigate?: (params: { session: unknown; decorateUrl: (url: string) => string }) => unknown
}

type Completed = { status: string; created_session_id: string | null }

/** Runs an action of an attempt: pending while it runs, its error kept, the finished attempt remembered. */
export function futureActions<JSON extends Completed>(api: Api, store: AttemptStore<JSON>) {
  const run = async (work: () => Promise<JSON | undefined>): Promise<FutureResult> => {
    store.set({ fetchStatus: 'fetching', error: null })
    try {
      const json = await work()
      store.set({ fetchStatus: 'idle', ...(json?.status === 'complete' ? { completed: json } : {}) })
      return { error: null }
    } catch (error) {
      if (!isKnownError(error)) throw error
      store.set({ fetchStatus: 'idle', error })
      return { error }
    }
  }
  return {
    run,
    finalize: ({ navigate }: FinalizeParams = {}) =>
      run(async () => {
        const session = store.get().completed?.created_session_id
        if (!session)
          throw new ClerkRuntimeError('finalize() needs a completed attempt. Wait for status "complete".', {
            code: 'cannot_finalize',
          })
        await api.setActive({ session, navigate })
        store.set({ completed: null })
        return undefined
      }),
    reset: async (): Promise<FutureResult> => {
      store.set({ completed: null, error: null, fetchStatus: 'idle' })
      return { error: null }
    },
  }
}
