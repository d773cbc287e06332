import type { ExternalAccountJSON, VerificationJSON } from '@usher/protocol'
import { ApiError } from '../../api-error.ts'
import type { OAuthFlowRow } from '../../database/schema/external-accounts.ts'
import type { ExternalAccountView, OAuthFlowView } from '../../usecases/external-account-view.ts'
import { kindOf, presentVerification } from './verification.ts'

/** How far the way to a provider and back has come. */
export const presentFlow = ({ row, url }: OAuthFlowView, now: number): VerificationJSON => ({
  ...presentVerification(null, undefined, now),
  object: kindOf(row.provider),
  status: statusOf(row, now),
  strategy: row.provider,
  expire_at: row.expire_at,
  error: row.error === null ? null : JSON.parse(row.error),
  verified_at_client: row.status === 'verified' ? row.client_id : null,
  external_verification_redirect_url: url,
})

function statusOf({ status, expire_at }: OAuthFlowRow, now: number): VerificationJSON['status'] {
  if (status === 'verified' || status === 'failed') return status
  if (expire_at <= now) return 'expired'
  return status === 'transferable' ? status : 'unverified'
}

/** An account at a provider, as its owner and a backend see it. */
export const presentExternalAccount = (
  { row, flow }: ExternalAccountView,
  now: number,
): ExternalAccountJSON => ({
  object: 'external_account',
  id: row.id,
  provider: row.provider,
  identification_id: row.id.replace(/^eac/, 'idn'),
  provider_user_id: row.provider_user_id ?? '',
  approved_scopes: row.approved_scopes,
  email_address: row.email_address ?? '',
  email_address_verified: row.verified_at === null ? null : row.email_verified === 1,
  first_name: row.first_name ?? '',
  last_name: row.last_name ?? '',
  avatar_url: row.image_url ?? '',
  image_url: row.image_url ?? '',
  username: row.username,
  phone_number: null,
  public_metadata: {},
  label: null,
  created_at: row.created_at,
  updated_at: row.updated_at,
  verification: accountVerification({ row, flow }, now),
})

function accountVerification({ row, flow }: ExternalAccountView, now: number): VerificationJSON {
  if (row.verified_at === null && flow) return presentFlow(flow, now)
  const proved = row.verified_at === null ? null : { strategy: row.provider, byClient: null }
  const underWay = flow && presentFlow(flow, now)
  const kept = row.error_code === null ? null : missingRefreshToken
  return {
    ...presentVerification(proved, undefined, now),
    object: kindOf(row.provider),
    strategy: row.provider,
    expire_at: underWay?.expire_at ?? row.verified_at ?? row.created_at,
    error: underWay?.error ?? kept,
    external_verification_redirect_url: underWay?.external_verification_redirect_url ?? null,
  }
}

const missingRefreshToken = new ApiError('external_account_missing_refresh_token').toJSON()
