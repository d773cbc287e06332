const year = 31_536_000

/** Cookies on the app's own host, by which its backends learn who is signed in. */
export type BackendCookies = {
  /** `null` signs out. `clientUat` in epoch milliseconds. */
  write(jwt: string | null, clientUat: number): Promise<void>
  /** The token that this or another tab wrote last, over or not; null when nobody is signed in. */
  read(): Promise<string | null>
}

/** The suffix of these names comes from the publishable key, so that two apps on one host do not mix. */
export function createBackendCookies(publishableKey: string): BackendCookies {
  const suffix = cookieSuffix(publishableKey)
  return {
    async write(jwt, clientUat) {
      const own = await suffix
      const names = own ? ['', own] : ['']
      const seconds = jwt === null ? 0 : Math.floor(clientUat / 1000)
      for (const name of names) {
        setCookie(`__session${name}`, jwt ?? '', jwt === null ? 0 : year, 'Lax')
        setCookie(`__client_uat${name}`, String(seconds), year, 'Strict')
      }
    },
    async read() {
      const start = `__session${await suffix}=`
      const found = document.cookie.split('; ').find((cookie) => cookie.startsWith(start))
      return found?.slice(start.length) || null
    },
  }
}

function setCookie(name: string, value: string, maxAge: number, sameSite: 'Lax' | 'Strict') {
  const secure = window.location.protocol === 'https:' ? '; Secure' : ''
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser yet
  document.cookie = `${name}=${value}; Path=/; Max-Age=${maxAge}; SameSite=${sameSite}${secure}`
}

// A page on plain http outside this machine has no WebCrypto; its cookies carry the plain names only.
async function cookieSuffix(publishableKey: string): Promise<string> {
  if (!globalThis.crypto?.subtle) return ''
  const digest = await crypto.subtle.digest('SHA-1', new TextEncoder().encode(publishableKey))
  const text = btoa(String.fromCharCode(...new Uint8Array(digest)))
  return `_${text.replaceAll('+', '-').replaceAll('/', '_').slice(0, 8)}`
}
