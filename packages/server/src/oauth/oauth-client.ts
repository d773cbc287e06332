import type { AuthorizationServer, Client, ClientAuth } from 'oauth4webapi'
import type { Deps } from '../deps.ts'
import type { Claims, Provider } from './provider.ts'
import { askProvider } from './provider-fetch.ts'
import { isLoopback, knownAs, serverOf } from './provider-server.ts'

/** A provider with all that is needed to ask it something. */
export type OAuthClient = {
  oauth: typeof import('oauth4webapi')
  server: AuthorizationServer
  client: Client
  auth: ClientAuth
  options: ReturnType<typeof optionsOf>
}

// Clocks of two servers differ by a little.
const tolerance = 30

export async function openClient(deps: Deps, provider: Provider): Promise<OAuthClient> {
  // Not before somebody signs in with an account elsewhere.
  const oauth = await import('oauth4webapi')
  const server = await serverOf(deps, provider)
  return {
    oauth,
    server,
    client: { client_id: provider.settings.clientId, [oauth.clockTolerance]: tolerance },
    auth: await authOf(deps, provider, server, oauth),
    options: optionsOf(deps, server, oauth),
  }
}

function optionsOf(
  { providerFetch }: Deps,
  server: AuthorizationServer,
  oauth: typeof import('oauth4webapi'),
) {
  return {
    [oauth.allowInsecureRequests]: isLoopback(server.issuer),
    [oauth.customFetch]: (url: string, init: unknown) => askProvider(providerFetch, url, init as RequestInit),
  }
}

async function authOf(
  { clock }: Deps,
  { preset, settings }: Provider,
  server: AuthorizationServer,
  oauth: typeof import('oauth4webapi'),
): Promise<ClientAuth> {
  const secret = preset.createSecret
    ? await preset.createSecret(settings, clock.now())
    : settings.clientSecret
  if (secret === undefined) return oauth.None()
  const known = server.token_endpoint_auth_methods_supported
  const byPost = known ? known.includes('client_secret_post') : preset.server !== null
  return preset.authenticatesBy === 'basic' || !byPost
    ? oauth.ClientSecretBasic(secret)
    : oauth.ClientSecretPost(secret)
}

/** The same server under the name of the customer whom its ID token is for. */
export async function serverForToken(
  deps: Deps,
  { preset }: Provider,
  server: AuthorizationServer,
  answer: Response,
): Promise<AuthorizationServer> {
  if (!preset.issuerOf) return server
  const issuer = preset.issuerOf(await peekAtClaims(answer.clone()))
  if (issuer === null) throw new TypeError('the ID token names no customer')
  return knownAs(deps, { ...server, issuer })
}

// What it says counts only once its signature and its issuer were checked.
async function peekAtClaims(answer: Response): Promise<Claims> {
  const { id_token: token } = (await answer.json()) as { id_token?: unknown }
  const payload = String(token).split('.')[1] ?? ''
  return JSON.parse(atob(payload.replaceAll('-', '+').replaceAll('_', '/')))
}
