import type { Place } from '../deps.ts'
import type { RedeemedHandshake } from '../usecases/redeem-handshake.ts'
import { cookieSuffix, year } from './cookies.ts'

/** By which of these a browser carries the answer: a parameter in development, a cookie in production. */
export const carriers = { nonce: '__clerk_handshake_nonce', token: '__clerk_handshake' } as const

/**
 * The cookies that a backend sets for its own page: who is signed in, and since when. Each has its twin whose name ends
 * in the suffix of the publishable key.
 */
export async function handshakeCookies(
  place: Place,
  { page, state, devBrowser }: RedeemedHandshake,
): Promise<string[]> {
  const { protocol, hostname } = new URL(page)
  const secure = protocol === 'https:' ? '; Secure' : ''
  const line = (name: string, value: string, domain = '') =>
    `${name}=${value}; Path=/; Max-Age=${value === '' ? 0 : year}${domain}; SameSite=Lax${secure}`
  const names = ['', `_${await cookieSuffix(place.publishableKey)}`]
  const session = names.map((twin) => line(`__session${twin}`, state.token ?? ''))
  const clientUat = names.flatMap((twin) =>
    domainsOf(place, hostname).map((domain) => line(`__client_uat${twin}`, String(state.clientUat), domain)),
  )
  if (place.mode === 'development')
    return [...names.map((twin) => line(`__clerk_db_jwt${twin}`, devBrowser ?? '')), ...clientUat, ...session]
  // A nonce that stayed would be asked for again by the next request.
  const used = Object.values(carriers).map((name) => line(name, '', domainFor(place, hostname)))
  return [...used, ...clientUat, ...session]
}

/** Whether a cookie of this server for its domain reaches a host. */
export const isUnder = (hostname: string, domain: string | null): boolean =>
  domain !== null && (hostname === domain || hostname.endsWith(`.${domain}`))

const domainFor = ({ cookieDomain }: Place, hostname: string): string =>
  isUnder(hostname, cookieDomain) ? `; Domain=${cookieDomain}` : ''

// In development the time is kept by the scripts of a page, for the widest domain that takes a cookie. A browser that
// takes none for two labels drops the second line.
function domainsOf(place: Place, hostname: string): string[] {
  if (place.mode === 'production') return [domainFor(place, hostname)]
  const widest = hostname.split('.').slice(-2).join('.')
  return /^[a-z0-9-]+\.[a-z]/i.test(widest) ? ['', `; Domain=${widest}`] : ['']
}
