import type { UnsafeMetadata } from '../resources/metadata.ts'

/** How to go to a provider and come back. */
export type AuthenticateParams = {
  /** `oauth_google`, `oauth_custom_acme` */
  strategy: string
  /** The page that takes up what the provider said, see `handleRedirectCallback`; it may be a path. */
  redirectUrl: string
  /** Where to go when nothing more is needed; it may be a path. */
  redirectUrlComplete?: string | undefined
  identifier?: string | undefined
  emailAddress?: string | undefined
  unsafeMetadata?: UnsafeMetadata | undefined
  legalAccepted?: boolean | undefined
  /** Accepted for compatibility: a sign-in at a provider is one of its own. */
  continueSignIn?: boolean | undefined
  /** Goes on with the open sign-up. */
  continueSignUp?: boolean | undefined
  oidcPrompt?: string | undefined
  oidcLoginHint?: string | undefined
  /** A window that was opened for it, in place of this one. */
  popup?: Window | null | undefined
}

/** The same for an app's own screens. */
export type SsoParams = Omit<
  AuthenticateParams,
  'redirectUrl' | 'redirectUrlComplete' | 'continueSignIn' | 'continueSignUp'
> & {
  /** Where to go when nothing more is needed; it may be a path. */
  redirectUrl: string
  /** The page that takes up what the provider said; it may be a path. */
  redirectCallbackUrl: string
}

/** The pages of an app between which somebody is led who comes back from a provider. */
export type RedirectCallbackParams = {
  signInUrl?: string | null | undefined
  signUpUrl?: string | null | undefined
  firstFactorUrl?: string | undefined
  secondFactorUrl?: string | undefined
  resetPasswordUrl?: string | undefined
  continueSignUpUrl?: string | null | undefined
  verifyEmailAddressUrl?: string | null | undefined
  verifyPhoneNumberUrl?: string | null | undefined
  signInForceRedirectUrl?: string | null | undefined
  signInFallbackRedirectUrl?: string | null | undefined
  signUpForceRedirectUrl?: string | null | undefined
  signUpFallbackRedirectUrl?: string | null | undefined
  /** Whether somebody without an account is signed up; so unless told otherwise. */
  transferable?: boolean | undefined
  /** Kept with the user who is signed up. */
  unsafeMetadata?: UnsafeMetadata | undefined
}
