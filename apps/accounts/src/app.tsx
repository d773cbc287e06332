import { ClerkProvider, RedirectToSignIn, Show, SignIn, SignUp, UserProfile, Waitlist } from '@usher/react'
import type { ReactNode } from 'react'
import type { AccountSettings } from './settings.ts'

const loopbackPage = /^http:\/\/(localhost|127\.0\.0\.1)(:\d{1,5})?$/

/** The hosted account pages: each mounts one prebuilt component at its fixed path. */
export function App({ settings }: { settings: AccountSettings }) {
  const { publishableKey, homeUrl, allowedRedirectOrigins } = settings
  const home = homeUrl || '/user'
  const isDevelopment = publishableKey.startsWith('pk_test_')
  return (
    <ClerkProvider
      publishableKey={publishableKey}
      signInUrl="/sign-in"
      signUpUrl="/sign-up"
      userProfileUrl="/user"
      waitlistUrl="/waitlist"
      signInFallbackRedirectUrl={home}
      signUpFallbackRedirectUrl={home}
      afterSignOutUrl={homeUrl || '/sign-in'}
      allowedRedirectOrigins={[...allowedRedirectOrigins, ...(isDevelopment ? [loopbackPage] : [])]}
    >
      <main>{pages[window.location.pathname.replace(/\/$/, '')]}</main>
    </ClerkProvider>
  )
}

const pages: Record<string, ReactNode> = {
  '/sign-in': <SignIn />,
  '/sign-up': <SignUp />,
  '/user': (
    <Show when="signed-in" fallback={<RedirectToSignIn />}>
      <UserProfile />
    </Show>
  ),
  '/waitlist': <Waitlist />,
}
