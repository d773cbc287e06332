import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { OAuthProviderSettings } from '@usher/protocol'
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose'
import { afterAll } from 'vitest'

/** What a provider does otherwise than it should. */
export type Lie = {
  claims?: JWTPayload
  header?: { alg: string; kid?: string }
  /** Signs with a key that it does not publish. */
  isForged?: boolean
  /** Answers so in place of an ID token and an access token. */
  token?: { status: number; body: string; headers?: Record<string, string> }
  userinfo?: Record<string, unknown>
  discovery?: Record<string, unknown>
  /** Does not answer this. */
  isSilentAt?: string
}

export type LiarProvider = {
  issuer: string
  settings: OAuthProviderSettings
  /** From here on it lies like this; an empty one is the truth. */
  lie(lie: Lie): void
  /** The address to which it would send somebody back. */
  back(url: string, more?: Record<string, string>): string
  /** What was asked of it. */
  asked: { path: string; fields: URLSearchParams }[]
}

const clientId = 'usher'
const opened: (() => void)[] = []

afterAll(() => {
  for (const close of opened.splice(0)) close()
})

/** A provider that answers as OpenID Connect demands, but for what a test wants otherwise. */
export async function createLiarProvider(): Promise<LiarProvider> {
  const keys = await generateKeyPair('RS256', { extractable: true })
  const others = await generateKeyPair('RS256')
  const jwk = { ...(await exportJWK(keys.publicKey)), kid: 'one', alg: 'RS256', use: 'sig' }
  const asked: LiarProvider['asked'] = []
  let lie: Lie = {}
  let nonce: string | null = null
  const http = createServer()
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
  opened.push(() => http.close().closeAllConnections())
  const issuer = `http://127.0.0.1:${(http.address() as AddressInfo).port}`

  const sign = () =>
    new SignJWT({
      sub: 'ada',
      email: 'ada@example.com',
      email_verified: true,
      ...(nonce ? { nonce } : {}),
      ...lie.claims,
    })
      .setProtectedHeader(lie.header ?? { alg: 'RS256', kid: 'one' })
      .setIssuer((lie.claims?.iss as string) ?? issuer)
      .setAudience((lie.claims?.aud as string) ?? clientId)
      .setIssuedAt()
      .setExpirationTime(lie.claims?.exp ?? '5 min')
      .sign(
        lie.header?.alg === 'HS256'
          ? new TextEncoder().encode('secret'.repeat(8))
          : lie.isForged
            ? others.privateKey
            : keys.privateKey,
      )

  http.on('request', async (request, response) => {
    let text = ''
    for await (const chunk of request) text += chunk
    const path = request.url ?? ''
    asked.push({ path, fields: new URLSearchParams(text) })
    if (path === lie.isSilentAt) return
    if (path === '/.well-known/openid-configuration')
      return send(response, { ...discovery(issuer), ...lie.discovery })
    if (path === '/jwks') return send(response, { keys: [jwk] })
    if (path === '/userinfo') return send(response, lie.userinfo ?? { sub: 'ada' })
    if (lie.token)
      return response
        .writeHead(lie.token.status, { 'content-type': 'application/json', ...lie.token.headers })
        .end(lie.token.body)
    send(response, { access_token: 'at', token_type: 'Bearer', expires_in: 60, id_token: await sign() })
  })
  return {
    issuer,
    asked,
    settings: { issuer, clientId, clientSecret: 'a secret', name: 'Liar' },
    lie(next) {
      lie = next
    },
    back(url, more = {}) {
      const { searchParams } = new URL(url)
      nonce = searchParams.get('nonce')
      const callback = new URL(searchParams.get('redirect_uri') ?? '')
      const parameters = { code: 'a code', state: searchParams.get('state') ?? '', iss: issuer, ...more }
      for (const [name, value] of Object.entries(parameters)) callback.searchParams.set(name, value)
      return callback.href
    },
  }
}

const discovery = (issuer: string) => ({
  issuer,
  authorization_endpoint: `${issuer}/authorize`,
  token_endpoint: `${issuer}/token`,
  userinfo_endpoint: `${issuer}/userinfo`,
  jwks_uri: `${issuer}/jwks`,
  response_types_supported: ['code'],
  subject_types_supported: ['public'],
  id_token_signing_alg_values_supported: ['RS256'],
  authorization_response_iss_parameter_supported: true,
})

function send(response: ServerResponse, body: unknown): void {
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}
