import type { Deps } from '../deps.ts'
import { toBase64, utf8 } from '../tokens/encoding.ts'
import { randomText } from '../tokens/id.ts'
import type { Provider } from './provider.ts'
import { serverOf } from './provider-server.ts'

/** What a browser is sent to a provider with, and what has to come back with it (S42). */
export type OAuthRequest = {
  url: string
  /** 256 bits. */
  state: string
  /** Null where the provider does not know PKCE. */
  verifier: string | null
  /** Null where there is no ID token, or none that repeats it. */
  nonce: string | null
  redirectUri: string
  scopes: string[]
}

export type RequestOptions = {
  redirectUri: string
  /** More than the settings ask for. */
  additionalScopes?: string[] | undefined
  prompt?: string | undefined
  loginHint?: string | undefined
}

/** Makes the address at a provider to which somebody is sent. Throws `oauth_provider_unavailable`. */
export async function createRequest(
  deps: Deps,
  provider: Provider,
  { redirectUri, additionalScopes = [], prompt, loginHint }: RequestOptions,
): Promise<OAuthRequest> {
  const { preset, settings } = provider
  const server = await serverOf(deps, provider)
  const scopes = [...new Set([...(settings.scopes ?? preset.scopes), ...additionalScopes])]
  const state = randomText(deps.random, 43)
  const verifier = preset.hasNoPkce ? null : randomText(deps.random, 64)
  const nonce = preset.readProfile || preset.hasNoNonce ? null : randomText(deps.random, 43)
  const url = new URL(server.authorization_endpoint ?? '')
  const parameters = {
    client_id: settings.clientId,
    response_type: 'code',
    redirect_uri: redirectUri,
    scope: scopes.join(' '),
    state,
    ...(verifier
      ? { code_challenge: await challengeOf(verifier), code_challenge_method: 'S256' }
      : undefined),
    ...(nonce ? { nonce } : undefined),
    ...preset.parameters,
    ...(prompt ? { prompt } : undefined),
    ...(loginHint ? { login_hint: loginHint } : undefined),
  }
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value)
  return { url: url.href, state, verifier, nonce, redirectUri, scopes }
}

async function challengeOf(verifier: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', utf8(verifier))
  return toBase64(new Uint8Array(digest)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}
