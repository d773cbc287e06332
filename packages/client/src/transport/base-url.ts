import { ClerkRuntimeError } from './errors.ts'

export type InstanceType = 'development' | 'production'

export type PublishableKey = { host: string; instanceType: InstanceType }

/** Reads the server's host out of a publishable key: `pk_test_` or `pk_live_` and base64 of the host and `$`. */
export function readPublishableKey(key: string): PublishableKey {
  const [, mode, encoded = ''] = /^pk_(test|live)_([A-Za-z0-9+/=_-]+)$/.exec(key) ?? []
  const host = decode(encoded)
  if (!mode || !/^[^$/\s]*\.[^$/\s]*\$$/.test(host)) {
    throw new ClerkRuntimeError(
      'The publishable key cannot be read. Copy it again from the output of `usher serve`; it begins with pk_test_ or pk_live_.',
      { code: 'invalid_publishable_key' },
    )
  }
  return { host: host.slice(0, -1), instanceType: mode === 'live' ? 'production' : 'development' }
}

/**
 * Says where the Frontend API is, without a slash at the end: at `proxyUrl` when it is given (a path is one on the
 * page's origin), else at the key's host. A development server on this machine is asked over http and under the name
 * that the page itself has, because cookies of `localhost` and `127.0.0.1` are not the same.
 */
export function resolveBaseUrl(
  { host, instanceType }: PublishableKey,
  { proxyUrl, page }: { proxyUrl?: string | undefined; page?: URL | undefined },
): string {
  if (proxyUrl) return new URL(proxyUrl, page).href.replace(/\/+$/, '')
  const { hostname, port } = new URL(`http://${host}`)
  if (instanceType === 'production' || !isLoopback(hostname)) return `https://${host}`
  const name = page && isLoopback(page.hostname) ? page.hostname : hostname
  return `http://${name}${port && `:${port}`}`
}

/** Tells whether a name or address means this machine. */
export const isLoopback = (hostname: string): boolean =>
  hostname === 'localhost' ||
  hostname.endsWith('.localhost') ||
  hostname === '[::1]' ||
  /^127(\.\d+){3}$/.test(hostname)

function decode(encoded: string): string {
  try {
    return atob(encoded.replace(/-/g, '+').replace(/_/g, '/'))
  } catch {
    return ''
  }
}
