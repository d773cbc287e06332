import type { Clock } from '../ports/clock.ts'

/** A clock that stands still until it is moved. */
export type TestClock = Clock & {
  /** Moves time on, in milliseconds. */
  advance(milliseconds: number): void
  /** Sets the time, in epoch milliseconds. */
  set(time: number): void
}

export function createTestClock(start = Date.UTC(2026, 0, 5, 9)): TestClock {
  let time = start
  return {
    now: () => time,
    advance(milliseconds) {
      time += milliseconds
    },
    set(next) {
      time = next
    },
  }
}
