import type { SignUpFields } from '@usher/protocol'
import { isOAuthStrategy } from '@usher/protocol/strategies'
import { ApiError } from '../api-error.ts'
import type { ClientRow } from '../database/schema/clients.ts'
import type { Connection } from '../database/transaction.ts'
import type { Deps } from '../deps.ts'
import { createRequest } from '../oauth/create-request.ts'
import { providerOf } from '../oauth/registry.ts'
import { readReturnUrl } from '../redirects/read-return-url.ts'
import { insertOAuthFlow, type OAuthFlowOwner } from '../stores/oauth-flow-store.ts'
import { createId } from '../tokens/id.ts'

/** What a request says of the way to a provider that it asks for. */
export type WantedFlow = {
  /** Where the provider sends people back to this server. */
  callbackUrl: string
  /** Origin of the page that asks. */
  origin: string | null
  redirectUrl: string | undefined
  completeRedirectUrl: string | undefined
  prompt: string | undefined
  loginHint: string | undefined
}

export type BeginOAuthInput = {
  client: ClientRow
  strategy: string
  wanted: WantedFlow
  additionalScopes?: string[]
}

export type BegunFlow = (trx: Connection, owner: OAuthFlowOwner & { userId: string | null }) => Promise<void>

/** How long somebody may be at a provider, in milliseconds (S42). */
export const flowLifetime = 600_000

/** Gets a way to a provider ready; what comes back writes it down for what it was begun for. */
export async function beginOAuth(
  deps: Deps,
  { client, strategy, wanted, additionalScopes }: BeginOAuthInput,
): Promise<BegunFlow> {
  const provider = providerOf(deps.settings, strategy)
  if (!provider) throw new ApiError('form_param_value_invalid', { paramName: 'strategy' })
  const base = wanted.origin
  const redirectUrl = readReturnUrl(deps.place, wanted.redirectUrl, { base, paramName: 'redirect_url' })
  const complete = wanted.completeRedirectUrl
  const completeRedirectUrl =
    complete === undefined
      ? null
      : readReturnUrl(deps.place, complete, { base, paramName: 'action_complete_redirect_url' })
  const { prompt, loginHint, callbackUrl: redirectUri } = wanted
  const request = await createRequest(deps, provider, { redirectUri, additionalScopes, prompt, loginHint })
  const now = deps.clock.now()
  const row = {
    id: createId(deps.random, 'oaf'),
    state_digest: await digestState(deps, request.state),
    client_id: client.id,
    provider: strategy,
    request_sealed: await deps.vault.encrypt(JSON.stringify(request)),
    redirect_url: redirectUrl,
    complete_redirect_url: completeRedirectUrl,
    status: 'unverified' as const,
    error: null,
    identity_sealed: null,
    created_at: now,
    expire_at: now + flowLifetime,
  }
  return (trx, { owner, ownerId, userId }) =>
    insertOAuthFlow(trx, { ...row, owner, owner_id: ownerId, user_id: userId })
}

/** The way to the provider that the fields of a sign-up name; null when they name none. */
export async function beginWanted(
  deps: Deps,
  { client, fields, wanted }: { client: ClientRow; fields: SignUpFields; wanted: WantedFlow },
): Promise<BegunFlow | null> {
  const { strategy } = fields
  return isOAuthStrategy(strategy) ? beginOAuth(deps, { client, strategy, wanted }) : null
}

/** The fields of a sign-up without the strategy of a provider. */
export const withoutProvider = ({ strategy, ...fields }: SignUpFields): SignUpFields =>
  isOAuthStrategy(strategy) ? fields : { strategy, ...fields }

/** Digest under which a state is kept and found. */
export const digestState = ({ vault }: Deps, state: string): Promise<string> =>
  vault.digest('oauth state', state)
