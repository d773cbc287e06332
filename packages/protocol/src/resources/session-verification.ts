import * as z from 'zod/mini'
import { session } from './session.ts'
import { signInFactor } from './sign-in.ts'
import { verification } from './verification.ts'

/** What shall be proved once more; of somebody without a second factor both of the others are the first. */
export const verificationLevel = z.enum(['first_factor', 'second_factor', 'multi_factor'])

export type VerificationLevel = z.infer<typeof verificationLevel>

export const sessionVerification = z.object({
  object: z.literal('session_verification'),
  level: verificationLevel,
  status: z.enum(['needs_first_factor', 'needs_second_factor', 'complete']),
  session,
  supported_first_factors: z.nullable(z.array(signInFactor)),
  supported_second_factors: z.nullable(z.array(signInFactor)),
  first_factor_verification: z.nullable(verification),
  second_factor_verification: z.nullable(verification),
})

/** How far somebody who is signed in has come in proving once more who they are. */
export type SessionVerificationJSON = z.infer<typeof sessionVerification>
