import { ClerkOfflineError } from '../transport/errors.ts'

const every = 1000
// The browser that opens the link gets a new secret, which an answer on its way to this page does not know yet.
const mostRefusals = 3

/**
 * Asks every second what became of a link; resolves when it was confirmed or is too old, never once `signal` ends.
 * Rejects with what the server says when it goes on refusing to tell.
 */
export async function waitForLink(
  read: () => Promise<string | null | undefined>,
  signal?: AbortSignal,
): Promise<void> {
  let refusals = 0
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, every))
    if (signal?.aborted) return never()
    try {
      const status = await read()
      if (signal?.aborted) return never()
      if (status !== 'unverified') return
      refusals = 0
    } catch (error) {
      if (signal?.aborted) return never()
      refusals += 1
      if (!ClerkOfflineError.is(error) && refusals === mostRefusals) throw error
    }
  }
}

const never = () => new Promise<never>(() => {})
