/** Where to go afterwards, as it was said in 2022. */
export type RedirectOptions = {
  afterSignInUrl?: string | null | undefined
  afterSignUpUrl?: string | null | undefined
  /** Both at once. */
  redirectUrl?: string | null | undefined
}

const both = ({ afterSignInUrl, afterSignUpUrl, redirectUrl }: RedirectOptions) => ({
  signIn: afterSignInUrl ?? redirectUrl,
  signUp: afterSignUpUrl ?? redirectUrl,
})

/** For a card that signs in: what stands in the address of the page goes before. */
export function signInUrls(options: RedirectOptions) {
  const { signIn, signUp } = both(options)
  return { fallbackRedirectUrl: signIn, signUpFallbackRedirectUrl: signUp }
}

/** For a card that signs up. */
export function signUpUrls(options: RedirectOptions) {
  const { signIn, signUp } = both(options)
  return { fallbackRedirectUrl: signUp, signInFallbackRedirectUrl: signIn }
}

/** For what leads to those cards, where the page it leads from would go before. */
export function redirectUrls(options: RedirectOptions) {
  const { signIn, signUp } = both(options)
  return { signInForceRedirectUrl: signIn, signUpForceRedirectUrl: signUp }
}
