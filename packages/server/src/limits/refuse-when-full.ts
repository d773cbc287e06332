import { ApiError } from '../api-error.ts'
import { QueueFullError } from '../ports/queue-full-error.ts'

/** Runs costly work; 429 when too much of it waits already. */
export async function refuseWhenFull<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof QueueFullError) throw new ApiError('too_many_requests', { retryAfter: 2 })
    throw error
  }
}
