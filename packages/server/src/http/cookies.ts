import { getCookie, setCookie } from 'hono/cookie'
import type { Random } from '../ports/random.ts'
import type { AppContext, CookieOptions } from './context.ts'

/** The only credential of a browser. */
export const clientCookie = '__client'

const year = 31_536_000
const suffixes = new Map<string, Promise<string>>()

export const readCookie = (c: AppContext, name: string): string | undefined =>
  c.env.jar ? c.env.jar.get(name) : getCookie(c, name)

export function writeCookie(c: AppContext, name: string, value: string, options: CookieOptions): void {
  const { secureCookies } = c.var.deps.place
  if (c.env.jar) c.env.jar.set(name, value, options)
  else setCookie(c, name, value, { ...options, path: '/', sameSite: 'Lax', secure: secureCookies })
}

export function writeClientSecret(c: AppContext, secret: string): void {
  writeCookie(c, clientCookie, secret, { maxAge: year, httpOnly: true })
}

/**
 * Cookies that backends of the application read. In development `__clerk_db_jwt`, a random id and no credential,
 * without which they take every cookie for signed out; in production `__client_uat`, the time of the last sign-in.
 */
export async function writeBackendCookies(c: AppContext, clientUat: number): Promise<void> {
  const { place, random } = c.get('deps')
  const suffix = await cookieSuffix(place.publishableKey)
  if (place.mode === 'production') {
    for (const name of ['__client_uat', `__client_uat_${suffix}`])
      if (readCookie(c, name) !== String(clientUat))
        writeCookie(c, name, String(clientUat), { maxAge: year, httpOnly: false })
    return
  }
  if (readCookie(c, '__clerk_db_jwt')) return
  const id = createDevBrowserId(random)
  for (const name of ['__clerk_db_jwt', `__clerk_db_jwt_${suffix}`])
    writeCookie(c, name, id, { maxAge: year, httpOnly: false })
}

/** Names a browser of a development instance; it is no credential. */
export const createDevBrowserId = (random: Random): string =>
  `dvb_${Array.from(random.bytes(14), (byte) => byte.toString(16).padStart(2, '0')).join('')}`

/** The first 8 characters of the SHA-1 of the publishable key, as real clients append them to cookie names. */
function cookieSuffix(publishableKey: string): Promise<string> {
  const known = suffixes.get(publishableKey)
  if (known) return known
  const made = crypto.subtle.digest('SHA-1', new TextEncoder().encode(publishableKey)).then((hash) =>
    btoa(String.fromCharCode(...new Uint8Array(hash)))
      .slice(0, 8)
      .replaceAll('+', '-')
      .replaceAll('/', '_'),
  )
  suffixes.set(publishableKey, made)
  return made
}
