import type { Clerk } from '@usher/client'

// Not declared for everybody, because the package of the same global may be on a page, too.
const page = () => window as unknown as { Clerk?: Clerk | undefined }

const waiting = new Set<(clerk: Clerk) => void>()

/** Puts the object where code outside of React finds it; returns how to take it back. */
export function publishClerk(clerk: Clerk): () => void {
  page().Clerk = clerk
  for (const tell of waiting) tell(clerk)
  waiting.clear()
  return () => {
    if (page().Clerk === clerk) delete page().Clerk
  }
}

/** The object of the provider on this page, as soon as there is one. */
export const publishedClerk = (signal: AbortSignal): Promise<Clerk> =>
  new Promise((resolve, reject) => {
    const { Clerk: there } = page()
    if (there) return resolve(there)
    waiting.add(resolve)
    signal.addEventListener('abort', () => {
      waiting.delete(resolve)
      reject(signal.reason)
    })
  })
