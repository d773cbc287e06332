import { QueueFullError } from '../ports/queue-full-error.ts'

/** Runs so many pieces of work at once, with no more than `maxWaiting` behind them; throws `QueueFullError` then. */
export function createQueue(concurrency: number, maxWaiting: number) {
  const waiting: (() => void)[] = []
  let running = 0
  return async <Result>(work: () => Promise<Result>): Promise<Result> => {
    if (running >= concurrency) {
      if (waiting.length >= maxWaiting) throw new QueueFullError('too much work waits already')
      await new Promise<void>((resolve) => waiting.push(resolve))
    } else running += 1
    try {
      return await work()
    } finally {
      // The place is handed to the next in line, or given back.
      const next = waiting.shift()
      if (next) next()
      else running -= 1
    }
  }
}
