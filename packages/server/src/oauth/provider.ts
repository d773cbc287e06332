import type { OAuthProviderSettings } from '@usher/protocol'
import type { OAuthStrategy } from '@usher/protocol/strategies'
import type { AuthorizationServer } from 'oauth4webapi'

/** Who came back from a provider, as the provider says it. */
export type Identity = {
  /** What the provider calls the person, for ever (S43). */
  subject: string
  email: string | null
  /** Whether the provider says that the address is the person's; false where it says nothing. */
  emailVerified: boolean
  firstName: string | null
  lastName: string | null
  username: string | null
  imageUrl: string | null
}

/** What a backend may do at a provider for a person. */
export type OAuthTokens = {
  accessToken: string
  refreshToken: string | null
  /** Epoch milliseconds; null when the provider names no end. */
  expiresAt: number | null
  idToken: string | null
  scopes: string[]
}

/** What was read from a provider: nothing of it can be relied on before it was looked at. */
export type Claims = Record<string, unknown>

/** What sets one provider apart from the next. */
export type ProviderPreset = {
  /** Where its endpoints are; null when they are asked for at its issuer. */
  server: AuthorizationServer | null
  scopes: string[]
  /** More of what the address says to which people are sent. */
  parameters?: Record<string, string>
  /** Does not know PKCE, and may refuse it. */
  hasNoPkce?: boolean
  /** Answers with an ID token that repeats no nonce. */
  hasNoNonce?: boolean
  authenticatesBy?: 'basic' | 'post'
  /** Makes the secret anew each time, where the provider has none to keep. */
  createSecret?(settings: OAuthProviderSettings, now: number): Promise<string>
  /** The issuer of an ID token, where it differs from customer to customer. */
  issuerOf?(claims: Claims): string | null
  /** Asks who came back, where there is no ID token. */
  readProfile?(ask: (url: string) => Promise<unknown>, scopes: string[]): Promise<Identity>
  /** What only the way back says. */
  fromCallback?(parameters: URLSearchParams): Partial<Identity>
  /** Who an ID token names. */
  toIdentity?(claims: Claims): Identity
}

/** A provider as the settings name it. */
export type Provider = {
  strategy: OAuthStrategy
  settings: OAuthProviderSettings
  preset: ProviderPreset
}
