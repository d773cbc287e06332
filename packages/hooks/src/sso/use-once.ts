'use client'

import type { Clerk } from '@usher/client'
import { useEffect, useRef } from 'react'
import { useClerkValue } from '../hooks/use-clerk-value.ts'
import { useClerkContext } from '../provider/clerk-context.ts'

/** Does something once it is known who is signed in, and never again. */
export function useOnce(work: (clerk: Clerk) => unknown): void {
  const { clerk } = useClerkContext()
  const isLoaded = useClerkValue((current) => current.loaded, never)
  const begun = useRef(false)
  useEffect(() => {
    if (!isLoaded || begun.current) return
    begun.current = true
    work(clerk)
  })
}

const never = () => false
