import type { Selectable } from 'kysely'

/** What a backend gave somebody to sign in with, once: as themselves, or as somebody whom a support person acts as. */
export type TicketTable = {
  id: string
  user_id: string
  token_digest: string
  status: 'pending' | 'accepted' | 'revoked'
  /** JSON text of who acts as the user; null when the user signs in. */
  actor: string | null
  /** How long the session lasts, in milliseconds; null when it lasts as long as any. */
  session_lifetime: number | null
  expire_at: number
  created_at: number
  updated_at: number
}

export type TicketRow = Selectable<TicketTable>
