import type { GlobalError } from '../action/failure.ts'

/** A provider with whose accounts people sign in. */
export type SsoProvider = {
  /** `oauth_google`, `oauth_custom_acme` */
  strategy: string
  /** `google`, `custom_acme`; for class names and logos. */
  slug: string
  name: string
  logoUrl: string | null
  /** The last way of signing in on this browser. */
  isLastUsed: boolean
}

/** Everything that buttons of providers need, whatever they look like. */
export type SsoProps = {
  providers: SsoProvider[]
  /** The strategy of the provider that is on its way; null for none. */
  pending: string | null
  /** What kept somebody from going there, or what went wrong there. */
  error: GlobalError | null
  retry: () => void
  /** Goes to a provider. */
  start: (strategy: string) => Promise<void>
}

export type SsoOptions = {
  kind: 'sign-in' | 'sign-up'
  options: {
    forceRedirectUrl?: string | null | undefined
    fallbackRedirectUrl?: string | null | undefined
    oauthFlow?: 'auto' | 'redirect' | 'popup' | undefined
    oidcPrompt?: string | undefined
    unsafeMetadata?: Record<string, unknown> | undefined
  }
}
