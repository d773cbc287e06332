'use client'
import { useState } from 'react'

/**
 * A value that is either the consumer's (`controlled` is given) or the part's own.
 * Returns the value and a setter that tells the consumer about every change.
 */
export function useControlled<T>(
  controlled: T | undefined,
  initial: T,
  onChange?: (value: T) => void,
): [T, (value: T) => void] {
  const [own, setOwn] = useState(initial)
  const value = controlled === undefined ? own : controlled
  const change = (next: T) => {
    setOwn(next)
    if (next !== value) onChange?.(next)
  }
  return [value, change]
}
