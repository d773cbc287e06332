import { ClerkRuntimeError } from './errors.ts'

export type PublishableKey = { instanceType: 'development' | 'production'; frontendApi: string }

const prefixes = { pk_test_: 'development', pk_live_: 'production' } as const

/** Reads a publishable key: `pk_test_` or `pk_live_` and the base64 of the server's host and a `$`. */
export function parsePublishableKey(key: string): PublishableKey {
  for (const [prefix, instanceType] of Object.entries(prefixes)) {
    const host = key.startsWith(prefix) ? decode(key.slice(prefix.length)) : null
    if (host?.includes('.')) return { instanceType, frontendApi: host }
  }
  throw new ClerkRuntimeError(
    'The publishableKey must be the text with pk_ that the server prints when it starts.',
    { code: 'invalid_publishable_key' },
  )
}

/**
 * Where the Frontend API is: at `proxyUrl` when there is one, else at the host in the key. A development key of a
 * loopback host means http on the name that the page itself has, so that its cookies are of the same site.
 */
export function frontendUrl(
  { instanceType, frontendApi }: PublishableKey,
  proxyUrl: string | undefined,
  page: URL | null,
): string {
  if (proxyUrl) return new URL(proxyUrl, page ?? undefined).href.replace(/\/$/, '')
  const [host = '', port] = frontendApi.split(':')
  const isLocal = instanceType === 'development' && isLoopback(host)
  if (!isLocal) return `https://${frontendApi}`
  const name = page && isLoopback(page.hostname) ? page.hostname : host
  return `http://${name}${port ? `:${port}` : ''}`
}

const isLoopback = (host: string) => host === 'localhost' || /^127(\.\d{1,3}){3}$/.test(host)

function decode(text: string): string | null {
  try {
    const [host, ...rest] = atob(text).split('$')
    return rest.length === 1 && rest[0] === '' ? (host ?? null) : null
  } catch {
    return null
  }
}
