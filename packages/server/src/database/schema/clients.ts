import type { Selectable } from 'kysely'

export type ClientTable = {
  id: string
  /** Digest of the secret in the `__client` cookie; a new secret at every sign-in and change of password. */
  secret_digest: string
  /** The digest before, and when it was replaced: who comes with it shortly after was overtaken by another call. */
  previous_digest: string | null
  rotated_at: number | null
  sign_in_id: string | null
  sign_up_id: string | null
  last_active_session_id: string | null
  last_authentication_strategy: string | null
  created_at: number
  /** Moves only when somebody signs in or out: real clients derive `__client_uat` from it. */
  updated_at: number
}

export type ClientRow = Selectable<ClientTable>
