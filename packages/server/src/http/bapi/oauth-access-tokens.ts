import { listOAuthAccessTokens, type OAuthAccessTokenJSON } from '@usher/protocol'
import type { Hono } from 'hono'
import { strategyNamed } from '../../oauth/registry.ts'
import { type AccountTokens, readAccessTokens } from '../../usecases/read-access-tokens.ts'
import type { AppEnv } from '../context.ts'
import { readQuery } from '../read-input.ts'

/** Tokens of people at providers, for a backend: `/v1/users/{id}/oauth_access_tokens/{provider}`. */
export function oauthAccessTokenRoutes(app: Hono<AppEnv>): void {
  app.get('/v1/users/:id/oauth_access_tokens/:provider', async (c) => {
    const { limit, offset, paginated = false } = readQuery(c, listOAuthAccessTokens)
    const strategy = strategyNamed(c.req.param('provider'))
    const found = await readAccessTokens(c.var.deps, { userId: c.req.param('id'), strategy })
    const data = found.slice(offset, offset + limit).map(present)
    return c.json(paginated ? { data, total_count: found.length } : data)
  })
}

const present = ({ account, tokens }: AccountTokens): OAuthAccessTokenJSON => ({
  object: 'oauth_access_token',
  external_account_id: account.id,
  provider_user_id: account.provider_user_id ?? '',
  token: tokens.accessToken,
  expires_at: tokens.expiresAt,
  provider: account.provider,
  public_metadata: {},
  label: null,
  scopes: tokens.scopes,
  ...(tokens.idToken === null ? {} : { id_token: tokens.idToken }),
})
