'use client'
import { useEffect, useReducer } from 'react'

const SECOND_MS = 1000

/**
 * Whole seconds left until a moment, for "Try again in 0:27". Renders again once a second and stops at 0.
 * It says nothing by itself: announce the start and the end, not each second.
 * @param until the moment as a Date or in milliseconds since 1970, or `null` for none
 * @param now the clock in milliseconds; `Date.now` unless told
 */
export function useCountdown(until: Date | number | null, now: () => number = Date.now): number {
  const [, renderAgain] = useReducer((count: number) => count + 1, 0)
  const remaining = until === null ? 0 : Number(until) - now()
  const seconds = Math.max(0, Math.ceil(remaining / SECOND_MS) || 0)
  useEffect(() => {
    if (seconds === 0) return
    const timer = setTimeout(renderAgain, remaining - (seconds - 1) * SECOND_MS)
    return () => clearTimeout(timer)
  })
  return seconds
}
