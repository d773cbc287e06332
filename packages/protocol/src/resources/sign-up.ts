import * as z from 'zod/mini'
import { signUpVerification, verification } from './verification.ts'

export const signUp = z.object({
  object: z.literal('sign_up_attempt'),
  id: z.string(),
  status: z.enum(['missing_requirements', 'complete', 'abandoned']),
  required_fields: z.array(z.string()),
  optional_fields: z.array(z.string()),
  missing_fields: z.array(z.string()),
  unverified_fields: z.array(z.string()),
  verifications: z.object({
    email_address: z.nullable(signUpVerification),
    phone_number: z.nullable(signUpVerification),
    web3_wallet: z.nullable(signUpVerification),
    external_account: z.nullable(verification),
  }),
  email_address: z.nullable(z.string()),
  phone_number: z.nullable(z.string()),
  web3_wallet: z.nullable(z.string()),
  username: z.nullable(z.string()),
  has_password: z.boolean(),
  password_enabled: z.boolean(),
  first_name: z.nullable(z.string()),
  last_name: z.nullable(z.string()),
  unsafe_metadata: z.record(z.string(), z.unknown()),
  public_metadata: z.record(z.string(), z.unknown()),
  custom_action: z.boolean(),
  external_id: z.nullable(z.string()),
  created_session_id: z.nullable(z.string()),
  created_user_id: z.nullable(z.string()),
  abandon_at: z.int(),
  legal_accepted_at: z.nullable(z.int()),
  locale: z.nullable(z.string()),
  external_account: z.nullable(z.unknown()),
  protect_check: z.nullable(z.unknown()),
})

export type SignUpJSON = z.infer<typeof signUp>
