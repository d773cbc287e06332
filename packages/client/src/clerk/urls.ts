import type { EnvironmentJSON } from '@usher/protocol'
import { toSnakeCase } from '../transport/encode-form.ts'
import type { ClerkOptions, RedirectParams } from './types.ts'

type Place = { options: ClerkOptions; environment: EnvironmentJSON | undefined; page: URL }
type Kind = 'signIn' | 'signUp'

/** What one sign-in or sign-up says of where to go afterwards. */
export type AfterParams = {
  forceRedirectUrl?: string | null | undefined
  fallbackRedirectUrl?: string | null | undefined
}

/** Behind the address of the sign-in page: there one chooses among the accounts of this browser. */
export const choosePath = '#/choose'

/** The page to sign in or up on, with where to go afterwards in its query. */
export function attemptUrl(
  kind: Kind,
  { options, environment, page }: Place,
  params: RedirectParams = {},
): string {
  const configured = environment?.display_config[kind === 'signIn' ? 'sign_in_url' : 'sign_up_url']
  const path = options[`${kind}Url`] || configured || (kind === 'signIn' ? '/sign-in' : '/sign-up')
  const url = new URL(path, page)
  const { initialValues, ...redirects } = params
  for (const [name, value] of Object.entries({ ...redirects, ...initialValues }))
    if (value && isQueryName(name)) url.searchParams.set(toSnakeCase(name), value)
  return url.origin === page.origin ? `${url.pathname}${url.search}${url.hash}` : url.href
}

/**
 * Where to go after signing in or up: what the component forces, then the provider; what the address bar asks for; what
 * the component falls back to, then the provider, then the instance. An address of another site in the address bar
 * counts as none (S29).
 */
export function afterAttemptUrl(
  kind: Kind,
  { options, environment, page }: Place,
  { forceRedirectUrl, fallbackRedirectUrl }: AfterParams = {},
): string {
  const configured =
    environment?.display_config[kind === 'signIn' ? 'after_sign_in_url' : 'after_sign_up_url']
  const asked = (name: string) => {
    const wanted = page.searchParams.get(toSnakeCase(name))
    return wanted && isAllowedTarget(wanted, page, options) ? wanted : ''
  }
  const [force, fallback] = [`${kind}ForceRedirectUrl`, `${kind}FallbackRedirectUrl`] as const
  return (
    forceRedirectUrl ||
    options[force] ||
    asked(force) ||
    asked('redirectUrl') ||
    asked(fallback) ||
    fallbackRedirectUrl ||
    options[fallback] ||
    configured ||
    '/'
  )
}

type Allowed = Pick<ClerkOptions, 'allowedRedirectOrigins' | 'allowedRedirectProtocols'>

// They run code of the address, or show a page that it holds, in the place of the app.
const neverAllowed = ['javascript:', 'data:', 'vbscript:', 'blob:', 'file:']

/** Whether an address leads to this origin, or to an origin or protocol that the app allows (S29). */
export function isAllowedTarget(to: string, page: URL, options: Allowed): boolean {
  if (!URL.canParse(to, page)) return false
  const target = new URL(to, page)
  const { allowedRedirectOrigins: allowed = [], allowedRedirectProtocols: protocols = [] } = options
  if (target.protocol !== 'http:' && target.protocol !== 'https:')
    return protocols.includes(target.protocol) && !neverAllowed.includes(target.protocol)
  const fits = (origin: string | RegExp) =>
    typeof origin === 'string' ? origin === target.origin : origin.test(target.origin)
  return target.origin === page.origin || allowed.some(fits)
}

// A button hands its whole props on; only these are known to the page that it leads to.
const isQueryName = (name: string) => /(redirectUrl|RedirectUrl|emailAddress|username)$/.test(name)
