/** Somebody whom a backend has asked to make an account. */
export type InvitationJSON = {
  object: 'invitation'
  id: string
  email_address: string
  public_metadata: Record<string, unknown>
  status: 'pending' | 'accepted' | 'revoked' | 'expired'
  revoked: boolean
  /** Leads to the page that takes the ticket; shown only when it is made. */
  url?: string
  expires_at: number
  created_at: number
  updated_at: number
}
