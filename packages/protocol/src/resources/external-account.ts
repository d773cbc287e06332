import * as z from 'zod/mini'
import { verification } from './verification.ts'

export const externalAccount = z.object({
  object: z.literal('external_account'),
  id: z.string(),
  /** `oauth_google`, `oauth_custom_acme` */
  provider: z.string(),
  identification_id: z.string(),
  provider_user_id: z.string(),
  /** Parted by spaces. */
  approved_scopes: z.string(),
  email_address: z.string(),
  email_address_verified: z.nullable(z.boolean()),
  first_name: z.string(),
  last_name: z.string(),
  /** Name that older clients read; the same value as `image_url`. */
  avatar_url: z.string(),
  image_url: z.string(),
  username: z.nullable(z.string()),
  phone_number: z.nullable(z.string()),
  public_metadata: z.record(z.string(), z.unknown()),
  label: z.nullable(z.string()),
  created_at: z.int(),
  updated_at: z.int(),
  verification: z.nullable(verification),
})

/** An account elsewhere with which somebody signs in. */
export type ExternalAccountJSON = z.infer<typeof externalAccount>

/** A token with which a backend acts for somebody at a provider. */
export type OAuthAccessTokenJSON = {
  object: 'oauth_access_token'
  external_account_id: string
  provider_user_id: string
  token: string
  expires_at: number | null
  provider: string
  public_metadata: Record<string, unknown>
  label: string | null
  scopes: string[]
  id_token?: string
}
