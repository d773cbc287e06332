const patience = 5_000

/**
 * Does work that only one tab of a browser should do at a time. A tab that waits too long, because another one sleeps
 * over the work, goes ahead; so does every tab where the browser has no Web Locks.
 */
export async function alone<Result>(name: string, work: () => Promise<Result>): Promise<Result> {
  if (!navigator.locks) return work()
  let hasBegun = false
  try {
    return await navigator.locks.request(name, { signal: AbortSignal.timeout(patience) }, () => {
      hasBegun = true
      return work()
    })
  } catch (error) {
    if (hasBegun) throw error
    return work()
  }
}
