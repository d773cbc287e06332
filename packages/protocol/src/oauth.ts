import * as z from 'zod/mini'
import type { OAuthStrategy } from './strategies.ts'

/** Providers that are known here; any other one is found by its issuer. */
export const oauthPresets = {
  apple: 'Apple',
  discord: 'Discord',
  facebook: 'Facebook',
  github: 'GitHub',
  gitlab: 'GitLab',
  google: 'Google',
  linkedin: 'LinkedIn',
  microsoft: 'Microsoft',
  slack: 'Slack',
  x: 'X',
} as const

export type OAuthPreset = keyof typeof oauthPresets

/** Tells whether a provider is one of those that are known here. */
export const isOAuthPreset = (key: string): key is OAuthPreset => Object.hasOwn(oauthPresets, key)

/** The strategy of a provider: `oauth_google`, and `oauth_custom_acme` for one that is found by its issuer. */
export const oauthStrategyOf = (key: string): OAuthStrategy =>
  isOAuthPreset(key) ? `oauth_${key}` : `oauth_custom_${key}`

/** What a provider is called where the settings give it no name. */
export const nameOfProvider = (key: string): string => (isOAuthPreset(key) ? oauthPresets[key] : key)

const provider = z.object({
  clientId: z.string().check(z.minLength(1)),
  clientSecret: z.optional(z.string().check(z.minLength(1))),
  /** Asked for in place of the usual ones. */
  scopes: z.optional(z.array(z.string().check(z.regex(/^[!#-[\]-~]+$/)))),
  /** Address under which an OpenID provider describes itself; only for one that is no preset. */
  issuer: z.optional(z.string().check(z.refine(isWebAddress, { error: 'issuer must be a URL' }))),
  /** How screens call it. */
  name: z.optional(z.string().check(z.minLength(1), z.maxLength(40))),
  logoUrl: z.optional(z.string().check(z.refine(isWebAddress, { error: 'logoUrl must be a URL' }))),
  /** Apple has no client secret, but a key that signs one. */
  teamId: z.optional(z.string().check(z.minLength(1))),
  keyId: z.optional(z.string().check(z.minLength(1))),
  privateKey: z.optional(z.string().check(z.minLength(1))),
})

export type OAuthProviderSettings = z.infer<typeof provider>

export const oauthSettings = z
  .record(
    z.string().check(z.regex(/^[a-z][a-z0-9_]{0,31}$/, 'a provider is named in small letters, such as acme')),
    provider,
  )
  .check(
    z.refine(
      (providers) => Object.entries(providers).every(([key, { issuer }]) => isOAuthPreset(key) !== !!issuer),
      {
        error: `a provider other than ${Object.keys(oauthPresets).join(', ')} needs an issuer, and none of these has one`,
      },
    ),
  )

function isWebAddress(text: string): boolean {
  return /^https?:\/\//.test(text) && URL.canParse(text)
}
