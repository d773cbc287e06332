import type { Selectable } from 'kysely'

export type SignUpTable = {
  id: string
  client_id: string
  email_address: string | null
  email_address_norm: string | null
  email_verified_at: number | null
  email_verified_at_client: string | null
  phone_number: string | null
  phone_number_norm: string | null
  phone_verified_at: number | null
  phone_verified_at_client: string | null
  username: string | null
  username_norm: string | null
  first_name: string | null
  last_name: string | null
  password_digest: string | null
  /** JSON text */
  unsafe_metadata: string
  /** Strategy of the provider at which somebody has shown who they are. */
  external_strategy: string | null
  /** The invitation that it takes up; the address is that of the invitation. */
  invitation_id: string | null
  locale: string | null
  legal_accepted_at: number | null
  created_user_id: string | null
  created_session_id: string | null
  abandon_at: number
  created_at: number
  updated_at: number
}

export type SignUpRow = Selectable<SignUpTable>
