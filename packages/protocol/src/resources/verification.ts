import * as z from 'zod/mini'

export const verificationError = z.object({
  code: z.string(),
  message: z.string(),
  long_message: z.string(),
  meta: z.record(z.string(), z.unknown()),
})

/** What kind of proof a verification is, by the strategy; `verification` while there is none. */
export const verificationKind = z.enum([
  'verification',
  'verification_admin',
  'verification_backup_code',
  'verification_email_link',
  'verification_from_oauth',
  'verification_oauth',
  'verification_otp',
  'verification_passkey',
  'verification_password',
  'verification_ticket',
  'verification_totp',
])

export type VerificationKind = z.infer<typeof verificationKind>

export const verification = z.object({
  object: verificationKind,
  status: z.enum(['unverified', 'verified', 'failed', 'expired', 'transferable']),
  strategy: z.nullable(z.string()),
  attempts: z.nullable(z.int()),
  expire_at: z.nullable(z.int()),
  error: z.nullable(verificationError),
  verified_at_client: z.nullable(z.string()),
  external_verification_redirect_url: z.nullable(z.string()),
  nonce: z.nullable(z.string()),
  message: z.nullable(z.string()),
  channel: z.nullable(z.string()),
})

/** A code that a backend had sent, and how far the proof with it has come. */
export const backendVerification = z.object({
  object: verificationKind,
  id: z.string(),
  status: z.enum(['unverified', 'verified', 'failed', 'expired']),
  strategy: z.string(),
  attempts: z.int(),
  expire_at: z.int(),
  channel: z.nullable(z.string()),
})

export type BackendVerificationJSON = z.infer<typeof backendVerification>

/** How far the proof of one identifier or factor has come. */
export type VerificationJSON = z.infer<typeof verification>

export const signUpVerification = z.extend(verification, {
  next_action: z.enum(['needs_prepare', 'needs_attempt', '']),
  supported_strategies: z.array(z.string()),
})

/** A verification of a sign-up: also says what comes next and how it may be done. */
export type SignUpVerificationJSON = z.infer<typeof signUpVerification>
