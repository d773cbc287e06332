import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { OAuthProviderSettings } from '@usher/protocol'
import { exportJWK, generateKeyPair } from 'jose'
import type { KoaContextWithOIDC, default as OpenIdProvider } from 'oidc-provider'

/** What a provider says of one of its accounts: `email`, `email_verified`, `given_name` … */
export type TestAccountClaims = Record<string, unknown>

/** An OpenID provider that somebody signs in at; `oidc-provider` in this process. */
export type TestProvider = {
  issuer: string
  /** What a server needs to know of it: `{ oauth: { acme: provider.settings } }`. */
  settings: OAuthProviderSettings
  /** Its accounts, by the name that one signs in with. Whoever signs in without one gets one without an address. */
  accounts: Map<string, TestAccountClaims>
  /** The same as `visitTestProvider`. */
  visit(url: string, account: string | null): Promise<string>
  close(): Promise<void>
}

export type TestProviderOptions = {
  accounts?: Record<string, TestAccountClaims>
  /** Seconds that an access token lives. */
  tokenLifetime?: number
  port?: number
}

const clientId = 'usher'
const clientSecret = 'a secret that only the test provider knows'

/** Starts a real OpenID provider on this machine. Needs the package `oidc-provider`. */
export async function createTestProvider({
  accounts: given = {},
  tokenLifetime = 3600,
  port = 0,
}: TestProviderOptions = {}): Promise<TestProvider> {
  const accounts = new Map(Object.entries(given))
  const http = createServer()
  await new Promise<void>((resolve) => http.listen(port, '127.0.0.1', resolve))
  const issuer = `http://127.0.0.1:${(http.address() as AddressInfo).port}`
  const provider = await createProvider(issuer, accounts, tokenLifetime)
  const callback = provider.callback()
  http.on('request', (request, response) => {
    const isInteraction = request.url?.startsWith('/interaction/')
    if (isInteraction) void answerInteraction(provider, request, response)
    else void callback(request, response)
  })
  return {
    issuer,
    settings: { issuer, clientId, clientSecret, name: 'Acme ID' },
    accounts,
    visit: visitTestProvider,
    close: () => close(http),
  }
}

async function createProvider(
  issuer: string,
  accounts: Map<string, TestAccountClaims>,
  tokenLifetime: number,
): Promise<OpenIdProvider> {
  const { default: Provider } = await import('oidc-provider')
  const { privateKey } = await generateKeyPair('RS256', { extractable: true })
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: clientId,
        client_secret: clientSecret,
        grant_types: ['authorization_code', 'refresh_token'],
        redirect_uris: ['https://example.com'],
      },
    ],
    jwks: { keys: [{ ...(await exportJWK(privateKey)), alg: 'RS256', use: 'sig' }] },
    cookies: { keys: ['only for tests'] },
    claims: {
      openid: ['sub'],
      email: ['email', 'email_verified'],
      profile: ['given_name', 'family_name', 'picture', 'preferred_username'],
    },
    scopes: ['openid', 'offline_access', 'calendar'],
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_, { uid }) => `/interaction/${uid}` },
    issueRefreshToken: async () => true,
    rotateRefreshToken: true,
    ttl: {
      AccessToken: tokenLifetime,
      AuthorizationCode: 60,
      IdToken: 3600,
      Interaction: 3600,
      Session: 3600,
      Grant: 86_400,
    },
    findAccount: (_: KoaContextWithOIDC, accountId) => ({
      accountId,
      claims: () => ({ ...accounts.get(accountId), sub: accountId }),
    }),
  })
  // Servers of tests listen wherever there is room.
  Object.assign(provider.Client.prototype, { redirectUriAllowed: () => true })
  return provider
}

/** Signs somebody in and allows everything with one button. */
async function answerInteraction(
  provider: OpenIdProvider,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (request.method !== 'POST') {
    response.setHeader('content-type', 'text/html; charset=utf-8')
    response.end(loginPage)
    return
  }
  const fields = new URLSearchParams(await readText(request))
  const login = fields.get('login')
  const { params } = await provider.interactionDetails(request, response)
  if (!login) {
    await provider.interactionFinished(request, response, { error: 'access_denied' })
    return
  }
  const grant = new provider.Grant({ accountId: login, clientId })
  grant.addOIDCScope(String(params.scope ?? 'openid'))
  const result = { login: { accountId: login }, consent: { grantId: await grant.save() } }
  await provider.interactionFinished(request, response, result)
}

const loginPage = `<!doctype html><html lang="en"><title>Acme ID</title><h1>Acme ID</h1>
<form method="post"><label>Account <input name="login"></label><button>Allow</button></form>
<form method="post"><button>Cancel</button></form></html>`

async function readText(request: IncomingMessage): Promise<string> {
  let text = ''
  for await (const chunk of request) text += chunk
  return text
}

/**
 * Goes to an address at the provider as a browser does, signs in or, without an account, cancels; returns where that
 * leads.
 */
export async function visitTestProvider(from: string, account: string | null): Promise<string> {
  const issuer = new URL(from).origin
  const cookies = new Map<string, string>()
  let url = from
  for (let steps = 0; steps < 10 && url.startsWith(issuer); steps++) {
    const isLogin = new URL(url).pathname.startsWith('/interaction/')
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const form = String(new URLSearchParams(account === null ? {} : { login: account }))
    const type = 'application/x-www-form-urlencoded'
    const answer = await fetch(url, {
      redirect: 'manual',
      headers: { cookie, ...(isLogin ? { 'content-type': type } : {}) },
      ...(isLogin ? { method: 'POST', body: form } : {}),
    })
    for (const set of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? []
      cookies.set(name, value)
    }
    const next = answer.headers.get('location')
    if (next === null) throw new Error(`the provider answered ${answer.status}: ${await answer.text()}`)
    url = new URL(next, url).href
  }
  return url
}

const close = (http: Server): Promise<void> =>
  new Promise((resolve) => {
    http.close(() => resolve())
    http.closeAllConnections()
  })
