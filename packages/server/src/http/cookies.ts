import { getCookie, setCookie } from 'hono/cookie'
import { createDevBrowserMark, toDevBrowser } from '../tokens/dev-browser.ts'
import type { AppContext, CookieOptions } from './context.ts'

/** The only credential of a browser. */
export const clientCookie = '__client'

/** In seconds. */
export const year = 31_536_000
const suffixes = new Map<string, Promise<string>>()

export const readCookie = (c: AppContext, name: string): string | undefined =>
  c.env.jar ? c.env.jar.get(name) : getCookie(c, name)

export function writeCookie(c: AppContext, name: string, value: string, options: CookieOptions): void {
  const { secureCookies } = c.var.deps.place
  const { maxAge, httpOnly, domain } = options
  if (c.env.jar) c.env.jar.set(name, value, options)
  else
    setCookie(c, name, value, {
      ...{ maxAge, httpOnly, path: '/', sameSite: 'Lax', secure: secureCookies },
      ...(domain ? { domain } : {}),
    })
}

/** Gives the browser its secret, in the way in which it carries one. */
export function writeClientSecret(c: AppContext, secret: string): void {
  if (c.var.carrier === 'header') c.header('Authorization', secret)
  else if (c.var.carrier === 'dev_browser') c.header('Clerk-Db-Jwt', toDevBrowser(secret))
  else writeCookie(c, clientCookie, secret, { maxAge: year, httpOnly: true })
}

/** Takes the secret away from the browser; what is no cookie can only be replaced, by the next one. */
export function forgetClientSecret(c: AppContext, next: string | null): void {
  if (c.var.carrier === 'cookie') writeCookie(c, clientCookie, '', { maxAge: 0, httpOnly: true })
  else if (next !== null) writeClientSecret(c, next)
}

/**
 * Cookies that backends of the application read. In development `__clerk_db_jwt`, a mark without which they take every
 * cookie for signed out; in production `__client_uat`, the time of the last sign-in, for every host of the application.
 */
export async function writeBackendCookies(c: AppContext, clientUat: number): Promise<void> {
  if (c.get('carrier') !== 'cookie') return
  const { place, random } = c.get('deps')
  const suffix = await cookieSuffix(place.publishableKey)
  if (place.mode === 'production') {
    const options = { maxAge: year, httpOnly: false, domain: place.cookieDomain }
    for (const name of ['__client_uat', `__client_uat_${suffix}`])
      if (readCookie(c, name) !== String(clientUat)) writeCookie(c, name, String(clientUat), options)
    return
  }
  if (readCookie(c, '__clerk_db_jwt')) return
  const id = createDevBrowserMark(random)
  for (const name of ['__clerk_db_jwt', `__clerk_db_jwt_${suffix}`])
    writeCookie(c, name, id, { maxAge: year, httpOnly: false })
}

/** The first 8 characters of the SHA-1 of the publishable key, as real clients append them to cookie names. */
export function cookieSuffix(publishableKey: string): Promise<string> {
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
