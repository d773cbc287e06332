import type { Generated, Selectable } from 'kysely'

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
  /** When a backend called the password compromised; one that was set later is none. */
  password_compromised_at: number | null
  /** JSON text */
  public_metadata: string
  /** JSON text */
  private_metadata: string
  /** JSON text */
  unsafe_metadata: string
  delete_self_enabled: number
  /** What a backend said of organizations; kept, since nobody can found one here. */
  create_organization_enabled: number | null
  create_organizations_limit: number | null
  banned: number
  /** Nobody signs in before this time; null or past when not locked. */
  locked_until: number | null
  /** Tries to prove something that went wrong or are under way; a sign-in sets it back. */
  failed_attempts: Generated<number>
  /** The secret of the authenticator app, sealed by the vault; it counts once `totp_verified_at` is set. */
  totp_sealed: string | null
  totp_verified_at: number | null
  /** Step of the last code that was taken: none is taken twice (S30). */
  totp_last_step: number | null
  backup_codes_left: Generated<number>
  backup_codes_created_at: number | null
  /** How many there are, so that whoever reads a user without any asks for none. */
  passkey_count: Generated<number>
  /** 1 when a password is enough on a strange device too. */
  bypass_client_trust: Generated<number>
  /** What was asked for last time: `totp`, or the id of a number. */
  last_second_factor: string | null
  mfa_enabled_at: number | null
  mfa_disabled_at: number | null
  /** File of the picture in the image store; null for somebody without one. */
  image_name: string | null
  legal_accepted_at: number | null
  last_sign_in_at: number | null
  last_active_at: number | null
  created_at: number
  updated_at: number
}

export type UserRow = Selectable<UserTable>

/** Wrong tries of a device that its owner has signed in on, apart from those of all others (S45). */
export type DeviceTriesTable = {
  user_id: string
  client_id: string
  failed_attempts: number
  /** Until when nothing may be tried there; null as long as some may. */
  locked_until: number | null
}

export type DeviceTriesRow = Selectable<DeviceTriesTable>

/** The backup codes that are left; a used one is deleted. */
export type BackupCodeTable = {
  user_id: string
  /** Keyed digest, or a foreign bcrypt digest in its stored form. */
  code_digest: string
}

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
