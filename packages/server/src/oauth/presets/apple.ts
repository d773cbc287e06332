import { importPKCS8, SignJWT } from 'jose'
import { asObject, textOf } from '../claims.ts'
import type { ProviderPreset } from '../provider.ts'

const issuer = 'https://appleid.apple.com'

/** Sign in with Apple: it answers with a form, and its secret is a token that a key of the developer signs. */
export const apple: ProviderPreset = {
  server: {
    issuer,
    authorization_endpoint: `${issuer}/auth/authorize`,
    token_endpoint: `${issuer}/auth/token`,
    jwks_uri: `${issuer}/auth/keys`,
  },
  scopes: ['openid', 'email', 'name'],
  parameters: { response_mode: 'form_post' },
  // The name is told once, beside the code, to those who sign in for the first time.
  fromCallback(parameters) {
    const { name } = asObject(parse(parameters.get('user')))
    const { firstName, lastName } = asObject(name)
    return { firstName: textOf(firstName), lastName: textOf(lastName) }
  },
  async createSecret({ clientId, teamId = '', keyId = '', privateKey = '' }, now) {
    const key = await importPKCS8(privateKey.replaceAll('\\n', '\n'), 'ES256')
    const seconds = Math.floor(now / 1000)
    return new SignJWT()
      .setProtectedHeader({ alg: 'ES256', kid: keyId })
      .setIssuer(teamId)
      .setIssuedAt(seconds)
      .setExpirationTime(seconds + 300)
      .setAudience(issuer)
      .setSubject(clientId)
      .sign(key)
  },
}

function parse(text: string | null): unknown {
  try {
    return JSON.parse(text ?? 'null')
  } catch {
    return null
  }
}
