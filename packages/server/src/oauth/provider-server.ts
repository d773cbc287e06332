import type { AuthorizationServer } from 'oauth4webapi'
import { ApiError } from '../api-error.ts'
import type { Deps } from '../deps.ts'
import type { Provider } from './provider.ts'
import { askProvider } from './provider-fetch.ts'

const knownFor = 3_600_000

type Known = { server: AuthorizationServer; until: number }

/** Where the endpoints of providers are, by issuer. The library keeps the keys of each with the object itself. */
export type KnownServers = Map<string, Known>

/** Where the endpoints of a provider are. Throws `oauth_provider_unavailable` when it does not say so itself. */
export async function serverOf(deps: Deps, { preset, settings }: Provider): Promise<AuthorizationServer> {
  if (preset.server) return knownAs(deps, preset.server)
  const issuer = settings.issuer ?? ''
  const known = deps.knownProviders.get(issuer)
  if (known && known.until > deps.clock.now()) return known.server
  const server = await discover(deps, issuer)
  deps.knownProviders.set(issuer, { server, until: deps.clock.now() + knownFor })
  return server
}

/** The one object for a server whose endpoints do not change. */
export function knownAs({ knownProviders }: Deps, given: AuthorizationServer): AuthorizationServer {
  const server = knownProviders.get(given.issuer)?.server ?? { ...given }
  knownProviders.set(given.issuer, { server, until: Number.POSITIVE_INFINITY })
  return server
}

async function discover({ providerFetch }: Deps, issuer: string): Promise<AuthorizationServer> {
  const oauth = await import('oauth4webapi')
  const url = new URL(issuer)
  try {
    const answer = await oauth.discoveryRequest(url, {
      [oauth.allowInsecureRequests]: isLoopback(issuer),
      [oauth.customFetch]: (input, init) => askProvider(providerFetch, input, init as RequestInit),
    })
    const server = await oauth.processDiscoveryResponse(url, answer)
    for (const endpoint of [server.authorization_endpoint, server.token_endpoint, server.jwks_uri])
      if (!isUsable(endpoint, issuer)) throw new TypeError('an endpoint is missing or not safe')
    return server
  } catch {
    throw new ApiError('oauth_provider_unavailable')
  }
}

/** Whether an issuer is on this machine, where no TLS is needed. */
export const isLoopback = (issuer: string): boolean =>
  /^http:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?(\/|$)/.test(issuer)

const isUsable = (endpoint: string | undefined, issuer: string): boolean =>
  endpoint !== undefined &&
  URL.canParse(endpoint) &&
  (endpoint.startsWith('https://') || (isLoopback(issuer) && isLoopback(endpoint)))
