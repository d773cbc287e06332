import type { ExternalAccountJSON } from '@usher/protocol'
import type { Api } from '../api.ts'
import { type Camelized, camelize } from '../transport/camelize.ts'
import { memo } from './memo.ts'
import { toVerification, type VerificationResource } from './verification.ts'

export type ReauthorizeParams = {
  /** What the app wants to be allowed beside what it is allowed already. */
  additionalScopes?: string[] | undefined
  /** The page to come back to; this one without it. */
  redirectUrl?: string | undefined
  oidcPrompt?: string | undefined
  oidcLoginHint?: string | undefined
}

export type CreateExternalAccountParams = ReauthorizeParams & { strategy: string }

/** An account elsewhere with which the user signs in. */
export type ExternalAccountResource = Omit<Camelized<ExternalAccountJSON>, 'verification' | 'provider'> & {
  /** `google`, `custom_acme` */
  provider: string
  verification: VerificationResource
  /** Asks the provider anew; then go to `verification.externalVerificationRedirectURL`. `PATCH /v1/me/external_accounts/{id}/reauthorize` */
  reauthorize(params?: ReauthorizeParams): Promise<ExternalAccountResource>
  /** Disconnects it. `DELETE /v1/me/external_accounts/{id}` */
  destroy(): Promise<void>
  providerSlug(): string
  /** `Google Account` */
  providerTitle(): string
  /** The name or address by which its owner knows it. */
  accountIdentifier(): string
}

export const toExternalAccount = memo((json: ExternalAccountJSON, api: Api): ExternalAccountResource => {
  const provider = json.provider.replace('oauth_', '')
  return {
    ...camelize(json),
    provider,
    verification: toVerification(json.verification, api),
    reauthorize: (params = {}) => connect(api, `/${json.id}/reauthorize`, 'PATCH', params),
    destroy: async () => {
      await api.transport.call(`/me/external_accounts/${json.id}`, { method: 'DELETE' })
    },
    providerSlug: () => provider,
    providerTitle: () => `${nameOf(api, json.provider)} Account`,
    accountIdentifier: () => json.username || json.email_address || json.label || '',
  }
})

/** Begins to connect an account, or to connect it anew. */
export async function connect(
  api: Api,
  path: string,
  method: 'POST' | 'PATCH',
  params: ReauthorizeParams,
): Promise<ExternalAccountResource> {
  const { askProvider } = await import('../oauth/later.ts')
  return toExternalAccount(await askProvider(api, `/me/external_accounts${path}`, method, params), api)
}

const nameOf = (api: Api, strategy: string) =>
  api.environment.get()?.user_settings.social[strategy]?.name ?? strategy.replace('oauth_', '')
