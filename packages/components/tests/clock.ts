/** Moves the clock of the page ahead; returns what sets it right again. */
export function moveClock(milliseconds: number): () => void {
  const { now } = Date
  Date.now = () => now() + milliseconds
  return () => {
    Date.now = now
  }
}
