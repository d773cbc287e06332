import type { Clock } from './clock.ts'
import type { Limiter } from './limiter.ts'

const mostKept = 50_000

/**
 * A limiter in the memory of one process. It forgets at a restart: the limits on codes and wrong tries, which guard
 * accounts, live in the database instead (S48).
 */
export function createMemoryLimiter(clock: Clock, isOn = true): Limiter {
  const hits = new Map<string, number[]>()
  return {
    isOn,
    hit({ name, max, windowMs }, key) {
      if (!isOn) return 0
      const now = clock.now()
      const id = `${name}:${key}`
      const recent = (hits.get(id) ?? []).filter((time) => time > now - windowMs)
      // Put last again, so that the first of the map is the one that was quiet for longest.
      hits.delete(id)
      if (hits.size >= mostKept) hits.delete(hits.keys().next().value ?? '')
      const oldest = recent[0]
      const isFull = recent.length >= max && oldest !== undefined
      hits.set(id, isFull ? recent : [...recent, now])
      return isFull ? Math.ceil((oldest + windowMs - now) / 1000) : 0
    },
  }
}
