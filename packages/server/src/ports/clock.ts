/** Tells the time in epoch milliseconds; tests move it. */
export type Clock = { now(): number }

export const systemClock: Clock = { now: () => Date.now() }
