'use client'

import type { Clerk, NavigateAfter } from '@usher/client'
import { useOnce } from './use-once.ts'

export type HandleSSOCallbackProps = {
  /** Goes to the app, as somebody who is signed in. */
  navigateToApp: NavigateAfter
  /** Goes to the screen that goes on with the sign-in. */
  navigateToSignIn: () => unknown
  /** Goes to the screen that goes on with the sign-up. */
  navigateToSignUp: () => unknown
}

/** Takes up what a provider has said, for an app with screens of its own. Renders nothing. */
export function HandleSSOCallback(props: HandleSSOCallbackProps): null {
  useOnce((clerk) => settle(clerk, props).catch(() => props.navigateToSignIn()))
  return null
}

async function settle(clerk: Clerk, props: HandleSSOCallbackProps): Promise<unknown> {
  const outcome = await clerk.__internal.settleCallback()
  if (outcome.to === 'app')
    return clerk.setActive({ session: outcome.sessionId, navigate: props.navigateToApp })
  return outcome.to === 'sign-in' ? props.navigateToSignIn() : props.navigateToSignUp()
}
