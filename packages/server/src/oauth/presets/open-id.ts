import type { AuthorizationServer } from 'oauth4webapi'
import { toIdentity } from '../claims.ts'
import type { ProviderPreset } from '../provider.ts'

const scopes = ['openid', 'email', 'profile']

const server = (issuer: string, [authorize, token, userinfo, jwks]: [string, string, string, string]) =>
  ({
    issuer,
    authorization_endpoint: authorize,
    token_endpoint: token,
    userinfo_endpoint: userinfo,
    jwks_uri: jwks,
  }) satisfies AuthorizationServer

export const google: ProviderPreset = {
  server: server('https://accounts.google.com', [
    'https://accounts.google.com/o/oauth2/v2/auth',
    'https://oauth2.googleapis.com/token',
    'https://openidconnect.googleapis.com/v1/userinfo',
    'https://www.googleapis.com/oauth2/v3/certs',
  ]),
  scopes,
  // Without it Google gives no refresh token.
  parameters: { access_type: 'offline' },
}

const microsoftLogin = 'https://login.microsoftonline.com'

export const microsoft: ProviderPreset = {
  server: server(`${microsoftLogin}/common/v2.0`, [
    `${microsoftLogin}/common/oauth2/v2.0/authorize`,
    `${microsoftLogin}/common/oauth2/v2.0/token`,
    'https://graph.microsoft.com/oidc/userinfo',
    `${microsoftLogin}/common/discovery/v2.0/keys`,
  ]),
  scopes: [...scopes, 'offline_access'],
  // Every customer is an issuer of its own.
  issuerOf: ({ tid }) =>
    typeof tid === 'string' && /^[0-9a-f-]{36}$/i.test(tid) ? `${microsoftLogin}/${tid}/v2.0` : null,
  // Whoever runs a tenant writes any address into it; only this claim says that its domain was proved.
  toIdentity: (claims) =>
    toIdentity({ ...claims, email_verified: [true, 'true', 1, '1'].includes(claims.xms_edov as string) }),
}

export const gitlab: ProviderPreset = {
  server: server('https://gitlab.com', [
    'https://gitlab.com/oauth/authorize',
    'https://gitlab.com/oauth/token',
    'https://gitlab.com/oauth/userinfo',
    'https://gitlab.com/oauth/discovery/keys',
  ]),
  scopes,
}

export const linkedin: ProviderPreset = {
  server: server('https://www.linkedin.com/oauth', [
    'https://www.linkedin.com/oauth/v2/authorization',
    'https://www.linkedin.com/oauth/v2/accessToken',
    'https://api.linkedin.com/v2/userinfo',
    'https://www.linkedin.com/oauth/openid/jwks',
  ]),
  scopes,
  hasNoPkce: true,
  hasNoNonce: true,
}

export const slack: ProviderPreset = {
  server: server('https://slack.com', [
    'https://slack.com/openid/connect/authorize',
    'https://slack.com/api/openid.connect.token',
    'https://slack.com/api/openid.connect.userInfo',
    'https://slack.com/openid/connect/keys',
  ]),
  scopes,
}

/** Any other provider: its endpoints are asked for at its issuer. */
export const discovered: ProviderPreset = { server: null, scopes }
