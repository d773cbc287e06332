'use client'
import { type Ref, type RefCallback, useMemo } from 'react'

type Cleanup = () => void

/**
 * Joins up to three refs into one callback ref. Cleanups that a callback ref returns (React 19) are run by the
 * joined ref itself, because React 18 does not accept a returned function.
 */
export function useMergedRef<T>(first?: Ref<T>, second?: Ref<T>, third?: Ref<T>): RefCallback<T> {
  return useMemo(() => joinRefs([first, second, third]), [first, second, third])
}

function joinRefs<T>(refs: (Ref<T> | undefined)[]) {
  let cleanups: Cleanup[] = []
  return (node: T | null) => {
    if (node === null) {
      for (const clean of cleanups) clean()
      cleanups = []
    } else {
      cleanups = refs.map((ref) => attach(ref, node))
    }
  }
}

function attach<T>(ref: Ref<T> | undefined, node: T): Cleanup {
  if (typeof ref === 'function') {
    const cleanup = ref(node)
    return typeof cleanup === 'function' ? cleanup : () => void ref(null)
  }
  if (!ref) return () => {}
  ref.current = node
  return () => {
    ref.current = null
  }
}
