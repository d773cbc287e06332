export type Limit = { name: string; max: number; windowMs: number }

/** Counts events by key within a window. */
export type Limiter = {
  /** False when limits are switched off for a test run; limits kept elsewhere follow it. */
  isOn: boolean
  /** Counts one event and returns 0, or the seconds until the next one is allowed when the limit is reached. */
  hit(limit: Limit, key: string): number
}
