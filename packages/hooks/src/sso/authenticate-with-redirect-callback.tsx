'use client'

import type { RedirectCallbackParams } from '@usher/client'
import { useOnce } from './use-once.ts'

/**
 * Takes up what a provider has said, on the page that it leads back to, and goes on. Where that is refused it goes to the
 * sign-in page. Renders nothing.
 */
export function AuthenticateWithRedirectCallback(props: RedirectCallbackParams): null {
  useOnce((clerk) => clerk.handleRedirectCallback(props).catch(() => clerk.redirectToSignIn()))
  return null
}
