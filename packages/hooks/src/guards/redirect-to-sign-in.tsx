'use client'

import type { RedirectParams } from '@usher/client'
import { useEffect } from 'react'
import { useClerkContext } from '../provider/clerk-context.ts'

/** Goes to the sign-in page, and back here afterwards unless told otherwise. Renders nothing. */
export function RedirectToSignIn(props: RedirectParams): null {
  const { clerk } = useClerkContext()
  // biome-ignore lint/correctness/useExhaustiveDependencies: one redirect, with what stood here first
  useEffect(() => {
    void clerk.redirectToSignIn(props)
  }, [])
  return null
}
