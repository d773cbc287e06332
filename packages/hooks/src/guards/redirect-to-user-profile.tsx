'use client'

import { useEffect } from 'react'
import { useClerkContext } from '../provider/clerk-context.ts'

/** Goes to the page of the profile, `userProfileUrl` of the provider. Renders nothing. */
export function RedirectToUserProfile(): null {
  const { clerk } = useClerkContext()
  useEffect(() => {
    void clerk.redirectToUserProfile()
  }, [clerk])
  return null
}
