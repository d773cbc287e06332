const year = 31_536_000

/** Reads a cookie of this page; undefined where there is no document. */
export function readCookie(name: string): string | undefined {
  if (typeof document === 'undefined') return undefined
  const found = document.cookie.split('; ').find((pair) => pair.startsWith(`${name}=`))
  return found?.slice(name.length + 1)
}

/** Writes a cookie for the app's own backend; `null` removes it. */
export function writeCookie(name: string, value: string | null, sameSite: 'Lax' | 'Strict'): void {
  if (typeof document === 'undefined') return
  const secure = location.protocol === 'https:' ? '; Secure' : ''
  const age = value === null ? 0 : year
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in Safari and on plain http
  document.cookie = `${name}=${value ?? ''}; Path=/; Max-Age=${age}; SameSite=${sameSite}${secure}`
}

/**
 * The eight characters that tell the cookies of several instances on one host apart; null on a page without
 * WebCrypto (plain http outside this machine).
 */
export async function cookieSuffix(publishableKey: string): Promise<string | null> {
  if (!globalThis.crypto?.subtle) return null
  const digest = await crypto.subtle.digest('SHA-1', new TextEncoder().encode(publishableKey))
  const text = btoa(String.fromCharCode(...new Uint8Array(digest)))
  return text.replace(/\+/g, '-').replace(/\//g, '_').slice(0, 8)
}
