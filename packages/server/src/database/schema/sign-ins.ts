import type { Selectable } from 'kysely'

export type SignInTable = {
  id: string
  client_id: string
  status:
    | 'needs_identifier'
    | 'needs_first_factor'
    | 'needs_second_factor'
    | 'needs_new_password'
    | 'complete'
  identifier: string | null
  /** Null while nobody is identified, and for an unknown identifier when enumeration protection is on. */
  user_id: string | null
  first_factor_strategy: string | null
  first_factor_at: number | null
  second_factor_strategy: string | null
  second_factor_at: number | null
  created_session_id: string | null
  abandon_at: number
  created_at: number
  updated_at: number
}

export type SignInRow = Selectable<SignInTable>
