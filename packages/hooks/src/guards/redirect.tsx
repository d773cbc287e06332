'use client'
import type { RedirectOptions } from '@usher/client'
import { useEffect } from 'react'
import { useAuth } from '../hooks/use-auth.ts'
import { useClerk } from '../hooks/use-clerk.ts'

/** Goes to the sign-in page, which leads back here. */
export function RedirectToSignIn(options: RedirectOptions): null {
  const clerk = useClerk()
  return useRedirect(() => clerk.redirectToSignIn(options))
}

/** Goes to the sign-up page, which leads back here. */
export function RedirectToSignUp(options: RedirectOptions): null {
  const clerk = useClerk()
  return useRedirect(() => clerk.redirectToSignUp(options))
}

// Options are written out in a render and new each time: going there once is right, whatever they are.
function useRedirect(redirect: () => unknown): null {
  const { isLoaded } = useAuth()
  useEffect(() => {
    if (isLoaded) void redirect()
    // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  }, [isLoaded])
  return null
}
