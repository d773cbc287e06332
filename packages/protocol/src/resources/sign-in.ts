import * as z from 'zod/mini'
import { verification } from './verification.ts'

export const signInFactor = z.object({
  strategy: z.string(),
  safe_identifier: z.optional(z.string()),
  email_address_id: z.optional(z.string()),
  phone_number_id: z.optional(z.string()),
  primary: z.optional(z.boolean()),
  default: z.optional(z.boolean()),
  channels: z.optional(z.array(z.string())),
})

/** One way to go on with a sign-in. */
export type SignInFactorJSON = z.infer<typeof signInFactor>

export const signIn = z.object({
  object: z.literal('sign_in_attempt'),
  id: z.string(),
  status: z.enum([
    'needs_identifier',
    'needs_first_factor',
    'needs_second_factor',
    'needs_client_trust',
    'needs_new_password',
    'complete',
    'abandoned',
  ]),
  supported_identifiers: z.array(z.string()),
  supported_first_factors: z.nullable(z.array(signInFactor)),
  supported_second_factors: z.nullable(z.array(signInFactor)),
  first_factor_verification: z.nullable(verification),
  second_factor_verification: z.nullable(verification),
  identifier: z.nullable(z.string()),
  user_data: z.nullable(
    z.object({
      first_name: z.nullable(z.string()),
      last_name: z.nullable(z.string()),
      image_url: z.string(),
      has_image: z.boolean(),
      profile_image_url: z.string(),
    }),
  ),
  created_session_id: z.nullable(z.string()),
  client_trust_state: z.optional(z.nullable(z.enum(['pending', 'new', 'known']))),
  abandon_at: z.int(),
})

export type SignInJSON = z.infer<typeof signIn>
