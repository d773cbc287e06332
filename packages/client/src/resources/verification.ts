import type { SignUpVerificationJSON, VerificationJSON } from '@usher/protocol'
import type { Api } from '../api.ts'
import { toDate } from './memo.ts'

/** How far the proof of an identifier or factor has come. */
export function toVerification(json: VerificationJSON | null, api: Api) {
  return {
    status: json?.status ?? null,
    strategy: json?.strategy ?? null,
    attempts: json?.attempts ?? null,
    expireAt: toDate(json?.expire_at),
    error: json?.error ?? null,
    nonce: json?.nonce ?? null,
    message: json?.message ?? null,
    channel: json?.channel ?? null,
    verifiedAtClient: json?.verified_at_client ?? null,
    externalVerificationRedirectURL: json?.external_verification_redirect_url
      ? new URL(json.external_verification_redirect_url)
      : null,
    /** Whether the link or code was used in this browser. */
    verifiedFromTheSameClient: () => json?.verified_at_client === api.client.get()?.id,
  }
}

export type VerificationResource = ReturnType<typeof toVerification>

/** The same with what a sign-up adds. */
export const toSignUpVerification = (json: SignUpVerificationJSON | null, api: Api) => ({
  ...toVerification(json, api),
  nextAction: json?.next_action ?? '',
  supportedStrategies: json?.supported_strategies ?? [],
})
