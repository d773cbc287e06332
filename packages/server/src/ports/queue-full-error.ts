/** Thrown instead of letting a queue of costly work grow without bound. */
export class QueueFullError extends Error {
  override readonly name = 'QueueFullError'
}
