'use client'

import type { RedirectParams } from '@usher/client'
import { useEffect } from 'react'
import { useClerkContext } from '../provider/clerk-context.ts'

/** Goes to the page for what the person has to do before the session counts. Renders nothing. */
export function RedirectToTasks(props: RedirectParams): null {
  const { clerk } = useClerkContext()
  // biome-ignore lint/correctness/useExhaustiveDependencies: one redirect, with what stood here first
  useEffect(() => {
    void clerk.redirectToTasks(props)
  }, [])
  return null
}
