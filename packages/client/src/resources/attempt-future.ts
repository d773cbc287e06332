import type { Api, NavigateAfter } from '../api.ts'
import type { AttemptStore } from '../queries/attempt.ts'
import { ClerkRuntimeError, isKnownError } from '../transport/errors.ts'

/** What an action of an app's own screen resolves to; an error is also in the hook's `errors`. */
export type FutureResult = { error: unknown }

export type FinalizeParams = {
  /** Goes on by itself; `session.currentTask` says what has to be done first. */
  navigate?: NavigateAfter
}

type Completed = { status: string; created_session_id: string | null }

/** Runs an action of an attempt: pending while it runs, its error kept, the finished attempt remembered. */
export function futureActions<JSON extends Completed>(api: Api, store: AttemptStore<JSON>) {
  const run = async (work: () => Promise<JSON | undefined>): Promise<FutureResult> => {
    const { held: before } = store.get()
    // The client loses a completed attempt before its answer is here: the screen must not fall back to the start.
    const during = store.current()
    store.set({ fetchStatus: 'fetching', error: null, held: during })
    try {
      const json = await work()
      store.set({ fetchStatus: 'idle', held: json?.status === 'complete' ? json : null })
      return { error: null }
    } catch (error) {
      const { held } = store.get()
      store.set({ fetchStatus: 'idle', error, held: held === during ? before : held })
      if (!isKnownError(error)) throw error
      return { error }
    }
  }
  return {
    run,
    finalize: ({ navigate }: FinalizeParams = {}) =>
      run(async () => {
        const session = store.current()?.created_session_id
        if (!session)
          throw new ClerkRuntimeError('finalize() needs a completed attempt. Wait for status "complete".', {
            code: 'cannot_finalize',
          })
        await api.setActive({ session, navigate })
        return undefined
      }),
    reset: async (): Promise<FutureResult> => {
      store.discard()
      return { error: null }
    },
  }
}
