'use client'

import type { RedirectParams } from '@usher/client'
import { useEffect } from 'react'
import { useClerkContext } from '../provider/clerk-context.ts'

/** Goes to the sign-up page, and back here afterwards unless told otherwise. Renders nothing. */
export function RedirectToSignUp(props: RedirectParams): null {
  const { clerk } = useClerkContext()
  // biome-ignore lint/correctness/useExhaustiveDependencies: one redirect, with what stood here first
  useEffect(() => {
    void clerk.redirectToSignUp(props)
  }, [])
  return null
}
