'use client'

import * as now from '@usher/components'
import {
  AuthenticateWithRedirectCallback as CallbackNow,
  RedirectToSignIn as RedirectToSignInNow,
  RedirectToSignUp as RedirectToSignUpNow,
  SignInButton as SignInButtonNow,
  SignUpButton as SignUpButtonNow,
  useSession,
} from '@usher/hooks'
import { Fragment, type ReactNode } from 'react'
import { type RedirectOptions, redirectUrls, signInUrls, signUpUrls } from './redirects.ts'

type Cards = 'fallbackRedirectUrl' | 'forceRedirectUrl'

export type SignInProps = Omit<now.SignInProps, Cards> & RedirectOptions

/** The sign-in card. */
export function SignIn({ afterSignInUrl, afterSignUpUrl, redirectUrl, ...props }: SignInProps): ReactNode {
  return <now.SignIn {...signInUrls({ afterSignInUrl, afterSignUpUrl, redirectUrl })} {...props} />
}

export type SignUpProps = Omit<now.SignUpProps, Cards> & RedirectOptions

/** The sign-up card. */
export function SignUp({ afterSignInUrl, afterSignUpUrl, redirectUrl, ...props }: SignUpProps): ReactNode {
  return <now.SignUp {...signUpUrls({ afterSignInUrl, afterSignUpUrl, redirectUrl })} {...props} />
}

type ButtonProps = RedirectOptions & { mode?: 'redirect' | 'modal'; children?: ReactNode }
export type SignInButtonProps = ButtonProps
export type SignUpButtonProps = ButtonProps

/** A button, or your own, that leads to signing in. */
export function SignInButton({ mode, children, ...urls }: SignInButtonProps): ReactNode {
  const { signInForceRedirectUrl, signUpForceRedirectUrl } = redirectUrls(urls)
  return (
    <SignInButtonNow
      mode={mode}
      forceRedirectUrl={signInForceRedirectUrl}
      signUpForceRedirectUrl={signUpForceRedirectUrl}
    >
      {children}
    </SignInButtonNow>
  )
}

/** A button, or your own, that leads to signing up. */
export function SignUpButton({ mode, children, ...urls }: SignUpButtonProps): ReactNode {
  const { signInForceRedirectUrl, signUpForceRedirectUrl } = redirectUrls(urls)
  return (
    <SignUpButtonNow
      mode={mode}
      forceRedirectUrl={signUpForceRedirectUrl}
      signInForceRedirectUrl={signInForceRedirectUrl}
    >
      {children}
    </SignUpButtonNow>
  )
}

/** Goes to the sign-in page. Renders nothing. */
export const RedirectToSignIn = (options: RedirectOptions): ReactNode => (
  <RedirectToSignInNow {...redirectUrls(options)} />
)

/** Goes to the sign-up page. Renders nothing. */
export const RedirectToSignUp = (options: RedirectOptions): ReactNode => (
  <RedirectToSignUpNow {...redirectUrls(options)} />
)

export type HandleOAuthCallbackParams = RedirectOptions & {
  secondFactorUrl?: string
  continueSignUpUrl?: string | null
}

/** Takes up what a provider has said. Renders nothing. */
export function AuthenticateWithRedirectCallback(props: HandleOAuthCallbackParams): ReactNode {
  const { afterSignInUrl, afterSignUpUrl, redirectUrl, ...pages } = props
  return <CallbackNow {...pages} {...redirectUrls({ afterSignInUrl, afterSignUpUrl, redirectUrl })} />
}

/** Shows its children anew for another account. */
export function MultisessionAppSupport({ children }: { children?: ReactNode }): ReactNode {
  const { session } = useSession()
  return <Fragment key={session?.id ?? 'nobody'}>{children}</Fragment>
}
