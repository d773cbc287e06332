import * as z from 'zod/mini'

export const verificationError = z.object({
  code: z.string(),
  message: z.string(),
  long_message: z.string(),
  meta: z.record(z.string(), z.unknown()),
})

export const verification = z.object({
  object: z.literal('verification'),
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
  object: z.literal('verification'),
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
