import type { TokenEndpointResponse } from 'oauth4webapi'
import { ApiError } from '../api-error.ts'
import type { Deps } from '../deps.ts'
import { toIdentity } from './claims.ts'
import type { OAuthRequest } from './create-request.ts'
import { type OAuthClient, openClient, serverForToken } from './oauth-client.ts'
import type { Claims, Identity, OAuthTokens, Provider } from './provider.ts'
import { askProvider } from './provider-fetch.ts'

export type Identified = { identity: Identity; tokens: OAuthTokens }

type Exchanged = { opened: OAuthClient; result: TokenEndpointResponse; tokens: OAuthTokens }

/**
 * Asks a provider who came back with these parameters. Throws `oauth_access_denied`, `oauth_token_exchange_error`,
 * `oauth_fetch_user_error` or `oauth_provider_unavailable`, whatever the provider answers.
 */
export async function identify(
  deps: Deps,
  provider: Provider,
  { request, parameters }: { request: OAuthRequest; parameters: URLSearchParams },
): Promise<Identified> {
  const exchanged = await typed(deps, provider, 'oauth_token_exchange_error', () =>
    exchange(deps, provider, request, parameters),
  )
  const identity = await typed(deps, provider, 'oauth_fetch_user_error', () =>
    readIdentity(deps, provider, exchanged),
  )
  const more = provider.preset.fromCallback?.(parameters)
  return { identity: { ...identity, ...more }, tokens: exchanged.tokens }
}

/** New tokens for those that have ended. Throws `oauth_token_exchange_error` or `oauth_provider_unavailable`. */
export const refreshTokens = (deps: Deps, provider: Provider, before: OAuthTokens): Promise<OAuthTokens> =>
  typed(deps, provider, 'oauth_token_exchange_error', async () => {
    const { oauth, server, client, auth, options } = await openClient(deps, provider)
    const { refreshToken } = before
    const answer = await oauth.refreshTokenGrantRequest(server, client, auth, refreshToken ?? '', options)
    const own = await serverForToken(deps, provider, server, answer).catch(() => server)
    const after = toTokens(deps, await oauth.processRefreshTokenResponse(own, client, answer), before.scopes)
    return {
      ...after,
      refreshToken: after.refreshToken ?? refreshToken,
      idToken: after.idToken ?? before.idToken,
    }
  })

async function exchange(
  deps: Deps,
  provider: Provider,
  request: OAuthRequest,
  parameters: URLSearchParams,
): Promise<Exchanged> {
  const opened = await openClient(deps, provider)
  const { oauth, server, client, auth, options } = opened
  const { state, redirectUri, nonce, scopes } = request
  const proved = oauth.validateAuthResponse(server, client, parameters, state)
  const verifier = request.verifier ?? oauth.nopkce
  const answer = await oauth.authorizationCodeGrantRequest(
    ...([server, client, auth, proved, redirectUri, verifier, options] as const),
  )
  if (provider.preset.readProfile) {
    const result = await oauth.processAuthorizationCodeResponse(server, client, answer)
    return { opened, result, tokens: toTokens(deps, result, scopes) }
  }
  const own = await serverForToken(deps, provider, server, answer)
  const result = await oauth.processAuthorizationCodeResponse(own, client, answer, {
    requireIdToken: true,
    ...(nonce === null ? {} : { expectedNonce: nonce }),
  })
  await oauth.validateApplicationLevelSignature(own, answer, options)
  return { opened, result, tokens: toTokens(deps, result, scopes) }
}

async function readIdentity(
  deps: Deps,
  { preset }: Provider,
  { opened, result, tokens }: Exchanged,
): Promise<Identity> {
  if (preset.readProfile)
    return preset.readProfile((url) => ask(deps, url, tokens.accessToken), tokens.scopes)
  const { oauth, server, client, options } = opened
  const claims: Claims = { ...oauth.getValidatedIdTokenClaims(result) }
  // Many tell the rest only where it is asked for.
  const rest: Claims =
    claims.email === undefined && server.userinfo_endpoint !== undefined
      ? {
          ...(await oauth.processUserInfoResponse(
            server,
            client,
            String(claims.sub),
            await oauth.userInfoRequest(server, client, tokens.accessToken, options),
          )),
        }
      : {}
  return (preset.toIdentity ?? toIdentity)({ ...rest, ...claims })
}

async function ask({ providerFetch }: Deps, url: string, token: string): Promise<unknown> {
  const headers = { accept: 'application/json', authorization: `Bearer ${token}`, 'user-agent': 'Usher' }
  const answer = await askProvider(providerFetch, url, { headers })
  if (answer.status !== 200) throw new TypeError('the provider did not answer the question')
  return answer.json()
}

function toTokens({ clock }: Deps, result: TokenEndpointResponse, asked: string[]): OAuthTokens {
  const seconds = result.expires_in
  return {
    accessToken: result.access_token,
    refreshToken: result.refresh_token ?? null,
    expiresAt: seconds === undefined ? null : clock.now() + Math.min(seconds, 31_536_000) * 1000,
    idToken: result.id_token ?? null,
    scopes: result.scope === undefined ? asked : result.scope.split(/[\s,]+/).filter(Boolean),
  }
}

async function typed<Result>(
  deps: Deps,
  { strategy }: Provider,
  code: 'oauth_token_exchange_error' | 'oauth_fetch_user_error',
  work: () => Promise<Result>,
): Promise<Result> {
  try {
    return await work()
  } catch (thrown) {
    if (thrown instanceof ApiError) throw thrown
    // The library names what is wrong in a code; its messages and causes quote what must not be in a log (S65).
    const {
      name = '',
      code: reason = name,
      error,
    } = thrown as { name?: string; code?: string; error?: string }
    deps.log.warn({ event: 'provider_refused', strategy, reason }, 'a provider was not believed')
    throw new ApiError(error === 'access_denied' ? 'oauth_access_denied' : code)
  }
}
