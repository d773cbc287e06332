import type { SignInJSON, SignUpJSON, VerificationJSON } from '@usher/protocol'
import type { Api } from '../api.ts'

/** Where somebody goes on who came back from a provider. */
export type CallbackOutcome =
  | { to: 'app'; sessionId: string; isNew: boolean }
  | { to: 'sign-in'; step: 'start' | 'first-factor' | 'second-factor' | 'new-password' }
  | { to: 'sign-up'; step: 'start' | 'continue' | 'verify-email-address' | 'verify-phone-number' }

export type SettleParams = { transferable?: boolean | undefined; unsafeMetadata?: unknown }

/** Takes up what a provider said: turns a sign-in into a sign-up or the other way round, and says where it goes on. */
export async function settleCallback(
  api: Api,
  { transferable = true, unsafeMetadata }: SettleParams = {},
): Promise<CallbackOutcome> {
  const { sign_in: signIn, sign_up: signUp } = api.client.get() ?? {}
  const first = signIn?.first_factor_verification ?? null
  const external = signUp?.verifications.external_account ?? null
  const transfer = <Json>(at: string, fields: object = {}) =>
    api.transport.call<Json>(`/client/${at}`, { method: 'POST', fields: { transfer: true, ...fields } })
  if (external?.status === 'transferable') return afterSignIn(await transfer('sign_ins'))
  if (first?.status === 'transferable' && transferable)
    return afterSignUp(await transfer('sign_ups', { unsafeMetadata }))
  const sessionId = sessionOf(external) ?? sessionOf(first)
  if (sessionId) return { to: 'app', sessionId, isNew: false }
  if (external?.error) return { to: 'sign-up', step: 'start' }
  if (first?.error || signIn?.status.startsWith('needs_')) return afterSignIn(signIn)
  if (signUp && external?.status === 'verified') return afterSignUp(signUp)
  const active = api.client.activeId()
  return active ? { to: 'app', sessionId: active, isNew: false } : { to: 'sign-in', step: 'start' }
}

const signInSteps = {
  needs_first_factor: 'first-factor',
  needs_second_factor: 'second-factor',
  needs_new_password: 'new-password',
} as const

function afterSignIn(signIn: SignInJSON | null | undefined): CallbackOutcome {
  if (signIn?.created_session_id) return { to: 'app', sessionId: signIn.created_session_id, isNew: false }
  const step = signInSteps[signIn?.status as keyof typeof signInSteps]
  return { to: 'sign-in', step: step ?? 'start' }
}

function afterSignUp({ created_session_id, unverified_fields, missing_fields }: SignUpJSON): CallbackOutcome {
  if (created_session_id) return { to: 'app', sessionId: created_session_id, isNew: true }
  if (unverified_fields.includes('email_address')) return { to: 'sign-up', step: 'verify-email-address' }
  if (unverified_fields.includes('phone_number')) return { to: 'sign-up', step: 'verify-phone-number' }
  return { to: 'sign-up', step: missing_fields.length > 0 ? 'continue' : 'start' }
}

/** The session that this browser has already. */
function sessionOf(verification: VerificationJSON | null): string | null {
  const { code = '', meta } = verification?.error ?? {}
  const id = code === 'session_exists' || code === 'identifier_already_signed_in' ? meta?.session_id : null
  return typeof id === 'string' ? id : null
}
