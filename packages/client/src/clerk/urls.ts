import type { EnvironmentJSON } from '@usher/protocol'
import type { ClerkOptions, RedirectParams } from './types.ts'

type Place = { options: ClerkOptions; environment: EnvironmentJSON | undefined; page: URL }
type Kind = 'signIn' | 'signUp'

const queryNames = {
  signInForceRedirectUrl: 'sign_in_force_redirect_url',
  signInFallbackRedirectUrl: 'sign_in_fallback_redirect_url',
  signUpForceRedirectUrl: 'sign_up_force_redirect_url',
  signUpFallbackRedirectUrl: 'sign_up_fallback_redirect_url',
  redirectUrl: 'redirect_url',
} as const

/** The page to sign in or up on, with where to go afterwards in its query. */
export function attemptUrl(
  kind: Kind,
  { options, environment, page }: Place,
  params: RedirectParams = {},
): string {
  const configured = environment?.display_config[kind === 'signIn' ? 'sign_in_url' : 'sign_up_url']
  const path = options[`${kind}Url`] || configured || (kind === 'signIn' ? '/sign-in' : '/sign-up')
  const url = new URL(path, page)
  for (const [name, query] of Object.entries(queryNames)) {
    const value = params[name as keyof typeof queryNames]
    if (value) url.searchParams.set(query, value)
  }
  const { emailAddress, username } = params.initialValues ?? {}
  if (emailAddress) url.searchParams.set('email_address', emailAddress)
  if (username) url.searchParams.set('username', username)
  return url.origin === page.origin ? `${url.pathname}${url.search}${url.hash}` : url.href
}

/** Where to go after signing in or up: what the app forces, what the address bar asks for, what the app falls back to. */
export function afterAttemptUrl(kind: Kind, { options, environment, page }: Place): string {
  const configured =
    environment?.display_config[kind === 'signIn' ? 'after_sign_in_url' : 'after_sign_up_url']
  const forced = options[`${kind}ForceRedirectUrl`]
  const wanted = page.searchParams.get('redirect_url')
  if (forced) return forced
  if (wanted && isAllowedTarget(wanted, page, options.allowedRedirectOrigins)) return wanted
  return options[`${kind}FallbackRedirectUrl`] || configured || '/'
}

/** Whether an address leads to this origin, or to one that the app allows (S29). */
export function isAllowedTarget(to: string, page: URL, allowed: (string | RegExp)[] = []): boolean {
  if (!URL.canParse(to, page)) return false
  const target = new URL(to, page)
  if (target.protocol !== 'http:' && target.protocol !== 'https:') return false
  const fits = (origin: string | RegExp) =>
    typeof origin === 'string' ? origin === target.origin : origin.test(target.origin)
  return target.origin === page.origin || allowed.some(fits)
}
