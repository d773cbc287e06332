import { ApiError } from '../api-error.ts'
import type { ClientRow } from '../database/schema/clients.ts'
import type { OAuthFlowRow } from '../database/schema/external-accounts.ts'
import type { Deps } from '../deps.ts'
import type { Device } from '../devices/describe-device.ts'
import { identify } from '../oauth/identify.ts'
import { providerOf } from '../oauth/registry.ts'
import { advanceOAuthFlow, findOAuthFlowByState } from '../stores/oauth-flow-store.ts'
import { digestState } from './begin-oauth.ts'
import { settleOAuth } from './settle-oauth.ts'
import type { StartedSession } from './start-session.ts'

export type FinishOAuthInput = { client: ClientRow | null; device: Device; parameters: URLSearchParams }

export type FinishedOAuth = { redirectUrl: string; started: StartedSession | null }

/**
 * Takes up what was begun before somebody went to a provider, in the same browser and once (S42). Whatever the provider
 * answers, it leads back to the app, where the attempt says what was wrong and can go on. Throws
 * `oauth_callback_invalid` when nothing was begun here.
 */
export async function finishOAuth(
  deps: Deps,
  { client, device, parameters }: FinishOAuthInput,
): Promise<FinishedOAuth> {
  const flow = await takeFlow(deps, client, parameters.get('state'))
  if (!client || !flow) throw new ApiError('oauth_callback_invalid')
  const provider = providerOf(deps.settings, flow.provider)
  try {
    if (!provider) throw new ApiError('oauth_provider_unavailable')
    const request = JSON.parse(await deps.vault.decrypt(flow.request_sealed))
    const identified = await identify(deps, provider, { request, parameters })
    const settled = await settleOAuth[flow.owner](deps, { client, device, flow, identified })
    const { redirect_url: back, complete_redirect_url: onward } = flow
    return { redirectUrl: settled.isDone ? (onward ?? back) : back, started: settled.started }
  } catch (error) {
    if (!(error instanceof ApiError)) throw error
    const failed = { status: 'failed' as const, error: JSON.stringify(error) }
    await advanceOAuthFlow(deps.db, flow.id, { from: 'taken' }, failed)
    return { redirectUrl: flow.redirect_url, started: null }
  }
}

async function takeFlow(
  deps: Deps,
  client: ClientRow | null,
  state: string | null,
): Promise<OAuthFlowRow | null> {
  if (!client || !state) return null
  const flow = await findOAuthFlowByState(deps.db, await digestState(deps, state))
  if (flow?.client_id !== client.id) return null
  const from = { from: 'unverified', now: deps.clock.now() } as const
  return (await advanceOAuthFlow(deps.db, flow.id, from, { status: 'taken' })) ? flow : null
}
