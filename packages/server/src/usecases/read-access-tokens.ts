import { ApiError } from '../api-error.ts'
import type { ExternalAccountRow } from '../database/schema/external-accounts.ts'
import type { Deps } from '../deps.ts'
import { refreshTokens } from '../oauth/identify.ts'
import type { OAuthTokens, Provider } from '../oauth/provider.ts'
import { providerOf } from '../oauth/registry.ts'
import {
  findExternalAccount,
  listExternalAccounts,
  replaceTokens,
  updateExternalAccount,
} from '../stores/external-account-store.ts'
import { announceUser } from './announce-user.ts'
import { readUser } from './read-user.ts'

export type AccountTokens = { account: ExternalAccountRow; tokens: OAuthTokens }

// A token that ends while it is on its way is of no use.
const spare = 30_000

/**
 * The tokens with which a backend acts for somebody at a provider; those that have ended are renewed. Throws
 * `external_account_missing_refresh_token` when the person has to connect the account again.
 */
export async function readAccessTokens(
  deps: Deps,
  { userId, strategy }: { userId: string; strategy: string },
): Promise<AccountTokens[]> {
  await readUser(deps, userId)
  const provider = providerOf(deps.settings, strategy)
  if (!provider)
    throw new ApiError('resource_not_found', { longMessage: 'The settings name no such provider.' })
  const rows = await listExternalAccounts(deps.db, [userId])
  const own = rows.filter((row) => row.provider === strategy && row.tokens_sealed !== null)
  return Promise.all(own.map((account) => freshTokens(deps, provider, account)))
}

async function freshTokens(
  deps: Deps,
  provider: Provider,
  account: ExternalAccountRow,
): Promise<AccountTokens> {
  const tokens = await open(deps, account)
  if (tokens.expiresAt === null || tokens.expiresAt > deps.clock.now() + spare) return { account, tokens }
  if (tokens.refreshToken === null) return refuse(deps, account)
  try {
    const fresh = await refreshTokens(deps, provider, tokens)
    const tokens_sealed = await deps.vault.encrypt(JSON.stringify(fresh))
    const approved_scopes = fresh.scopes.join(' ')
    const values = { tokens_sealed, approved_scopes, error_code: null, updated_at: deps.clock.now() }
    await replaceTokens(deps.db, account, values)
    return { account: { ...account, ...values }, tokens: fresh }
  } catch (error) {
    if (!(error instanceof ApiError) || error.code !== 'oauth_token_exchange_error') throw error
    // A refresh token often counts once: another call may have been first.
    const now = await findExternalAccount(deps.db, account.id, account.user_id)
    if (now?.tokens_sealed && now.tokens_sealed !== account.tokens_sealed)
      return { account: now, tokens: await open(deps, now) }
    return refuse(deps, account)
  }
}

async function refuse(deps: Deps, { id, user_id }: ExternalAccountRow): Promise<never> {
  const error = new ApiError('external_account_missing_refresh_token')
  await updateExternalAccount(deps.db, id, { error_code: error.code })
  announceUser(deps, user_id, 'user.updated')
  throw error
}

const open = async ({ vault }: Deps, { tokens_sealed }: ExternalAccountRow): Promise<OAuthTokens> =>
  JSON.parse(await vault.decrypt(tokens_sealed ?? ''))
