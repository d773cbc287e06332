import type { Selectable } from 'kysely'

export type UserTable = {
  id: string
  external_id: string | null
  username: string | null
  username_norm: string | null
  first_name: string | null
  last_name: string | null
  locale: string | null
  primary_email_address_id: string | null
  primary_phone_number_id: string | null
  password_digest: string | null
  password_updated_at: number | null
  /** JSON text */
  public_metadata: string
  /** JSON text */
  private_metadata: string
  /** JSON text */
  unsafe_metadata: string
  delete_self_enabled: number
  banned: number
  /** Nobody signs in before this time; null or past when not locked. */
  locked_until: number | null
  /** File of the picture in the image store; null for somebody without one. */
  image_name: string | null
  legal_accepted_at: number | null
  last_sign_in_at: number | null
  last_active_at: number | null
  created_at: number
  updated_at: number
}

export type UserRow = Selectable<UserTable>

/** Who did what to whom, from where and when; never a secret, and only ids of people. */
export type AuditTable = {
  id: string
  at: number
  event: string
  user_id: string | null
  session_id: string | null
  ip_address: string | null
  result: 'ok' | 'refused'
}
