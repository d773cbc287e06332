import type {
  BackendVerificationJSON,
  SignUpVerificationJSON,
  VerificationJSON,
  VerificationKind,
} from '@usher/protocol'
import type { ContactRow } from '../../database/schema/contacts.ts'
import type { VerificationRow } from '../../database/schema/verifications.ts'

type Proved = { strategy: string; byClient: string | null }

/** How far a proof has come: proved, under way with a code, or not begun. */
export function presentVerification(
  proved: Proved | null,
  row: VerificationRow | undefined,
  now: number,
): VerificationJSON {
  const empty = {
    object: kindOf(proved?.strategy ?? row?.strategy),
    error: null,
    verified_at_client: null,
    external_verification_redirect_url: null,
    nonce: null,
    message: null,
    channel: null,
  }
  if (proved) {
    const { strategy, byClient } = proved
    return {
      ...empty,
      status: 'verified',
      strategy,
      attempts: row?.attempts ?? null,
      expire_at: null,
      verified_at_client: byClient,
    }
  }
  if (!row) return { ...empty, status: 'unverified', strategy: null, attempts: null, expire_at: null }
  const { strategy, attempts, expire_at, nonce } = row
  return { ...empty, status: statusOf(row, now), strategy, attempts, expire_at, nonce }
}

/** How far an address or number of a user is proved. */
export function presentContactVerification(
  row: ContactRow,
  verifications: VerificationRow[],
  now: number,
): VerificationJSON {
  const { verified_at: at, verification_strategy: strategy, verified_at_client: byClient } = row
  const code = verifications.find(({ owner_id }) => owner_id === row.id)
  return presentVerification(at === null ? null : { strategy: strategy ?? 'admin', byClient }, code, now)
}

/** The same with what comes next, as a sign-up tells it. */
export function presentSignUpVerification(
  supportedStrategies: string[],
  proved: Proved | null,
  row: VerificationRow | undefined,
  now: number,
): SignUpVerificationJSON {
  const nextAction = proved ? '' : row ? 'needs_attempt' : 'needs_prepare'
  return {
    ...presentVerification(proved, row, now),
    next_action: nextAction,
    supported_strategies: supportedStrategies,
  }
}

/** A code that a backend had sent. */
export const presentBackendVerification = (row: VerificationRow, now: number): BackendVerificationJSON => ({
  object: kindOf(row.strategy),
  id: row.id,
  status: statusOf(row, now),
  strategy: row.strategy,
  attempts: row.attempts,
  expire_at: row.expire_at,
  channel: row.strategy === 'phone_code' ? 'sms' : null,
})

/** The name that a verification by this strategy has on the wire. */
export function kindOf(strategy: string | null | undefined): VerificationKind {
  if (!strategy) return 'verification'
  if (strategy.endsWith('_code') && strategy !== 'backup_code') return 'verification_otp'
  if (strategy.startsWith('from_oauth_')) return 'verification_from_oauth'
  if (strategy.startsWith('oauth_')) return 'verification_oauth'
  return kinds[strategy] ?? 'verification'
}

const kinds: Record<string, VerificationKind> = {
  admin: 'verification_admin',
  backup_code: 'verification_backup_code',
  email_link: 'verification_email_link',
  passkey: 'verification_passkey',
  password: 'verification_password',
  ticket: 'verification_ticket',
  totp: 'verification_totp',
}

function statusOf(row: VerificationRow, now: number): BackendVerificationJSON['status'] {
  if (row.status !== 'unverified') return row.status
  return row.expire_at <= now ? 'expired' : 'unverified'
}
