import type { Selectable } from 'kysely'

export type SignInTable = {
  id: string
  client_id: string
  status:
    | 'needs_identifier'
    | 'needs_first_factor'
    | 'needs_second_factor'
    | 'needs_client_trust'
    | 'needs_new_password'
    | 'complete'
  identifier: string | null
  /** Null while nobody is identified, and for an unknown identifier when enumeration protection is on. */
  user_id: string | null
  /** 1 when a code shall lead to a sign-up where nobody has the identifier. */
  sign_up_if_missing: number
  first_factor_strategy: string | null
  /** In a sign-in of nobody: when a code showed whose the identifier is, so that a sign-up may take it over. */
  first_factor_at: number | null
  second_factor_strategy: string | null
  second_factor_at: number | null
  created_session_id: string | null
  abandon_at: number
  created_at: number
  updated_at: number
}

export type SignInRow = Selectable<SignInTable>
