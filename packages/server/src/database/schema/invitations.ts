import type { Selectable } from 'kysely'

/** Somebody whom a backend has asked to make an account. */
export type InvitationTable = {
  id: string
  email_address: string
  email_address_norm: string
  token_digest: string
  status: 'pending' | 'accepted' | 'revoked'
  /** The address again while the only invitation for it is open; null when others may stand beside it. */
  pending_key: string | null
  /** JSON text of what the user gets. */
  public_metadata: string
  /** The page that takes the ticket; the sign-up page of the application without it. */
  redirect_url: string | null
  expire_at: number
  created_at: number
  updated_at: number
}

export type InvitationRow = Selectable<InvitationTable>
