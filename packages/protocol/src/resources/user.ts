import * as z from 'zod/mini'
import { emailAddress } from './email-address.ts'
import { externalAccount } from './external-account.ts'
import { passkey } from './passkey.ts'
import { phoneNumber } from './phone-number.ts'

const metadata = z.record(z.string(), z.unknown())
const none = z.array(z.unknown())

export const user = z.object({
  object: z.literal('user'),
  id: z.string(),
  external_id: z.nullable(z.string()),
  username: z.nullable(z.string()),
  first_name: z.nullable(z.string()),
  last_name: z.nullable(z.string()),
  locale: z.nullable(z.string()),
  image_url: z.string(),
  has_image: z.boolean(),
  /** Name that clients of 2022 read; the same value as `image_url`. */
  profile_image_url: z.string(),
  primary_email_address_id: z.nullable(z.string()),
  primary_phone_number_id: z.nullable(z.string()),
  primary_web3_wallet_id: z.nullable(z.string()),
  password_enabled: z.boolean(),
  /** When the password was last set, epoch milliseconds; a field of our own. */
  password_last_updated_at: z.nullable(z.int()),
  two_factor_enabled: z.boolean(),
  totp_enabled: z.boolean(),
  backup_code_enabled: z.boolean(),
  /** How many backup codes are left, and when they were made; fields of our own. */
  backup_codes_left: z.int(),
  backup_codes_created_at: z.nullable(z.int()),
  email_addresses: z.array(emailAddress),
  phone_numbers: z.array(phoneNumber),
  web3_wallets: none,
  external_accounts: z.array(externalAccount),
  enterprise_accounts: none,
  saml_accounts: none,
  passkeys: z.array(passkey),
  organization_memberships: none,
  public_metadata: metadata,
  unsafe_metadata: metadata,
  mfa_enabled_at: z.nullable(z.int()),
  mfa_disabled_at: z.nullable(z.int()),
  banned: z.boolean(),
  locked: z.boolean(),
  lockout_expires_in_seconds: z.nullable(z.int()),
  verification_attempts_remaining: z.nullable(z.int()),
  delete_self_enabled: z.boolean(),
  create_organization_enabled: z.boolean(),
  create_organizations_limit: z.nullable(z.int()),
  legal_accepted_at: z.nullable(z.int()),
  last_sign_in_at: z.nullable(z.int()),
  last_active_at: z.nullable(z.int()),
  created_at: z.int(),
  updated_at: z.int(),
})

/** The user as a browser may see it: no private metadata. */
export type UserJSON = z.infer<typeof user>

export const backendUser = z.extend(user, {
  private_metadata: metadata,
  /** Whether a password is enough on a strange device too. */
  bypass_client_trust: z.boolean(),
  requires_password_reset: z.boolean(),
  deprovisioned: z.boolean(),
  timezone: z.nullable(z.string()),
})

/** The user as a backend with the secret key sees it. */
export type BackendUserJSON = z.infer<typeof backendUser>

export const publicUserData = z.object({
  first_name: z.nullable(z.string()),
  last_name: z.nullable(z.string()),
  image_url: z.string(),
  has_image: z.boolean(),
  identifier: z.string(),
  user_id: z.string(),
  username: z.nullable(z.string()),
  profile_image_url: z.string(),
})

export type PublicUserDataJSON = z.infer<typeof publicUserData>
