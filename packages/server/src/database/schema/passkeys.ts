import type { Selectable } from 'kysely'

/** Passkeys of users; one that was never verified has no row. */
export type PasskeyTable = {
  id: string
  user_id: string
  /** As the authenticator calls it, base64url. */
  credential_id: string
  /** COSE key, base64. */
  public_key: string
  /** How often it signed, as it said itself; 0 for ever where a cloud copies it. */
  counter: number
  /** JSON text: how a browser reaches it, as `["internal","hybrid"]`. */
  transports: string
  /** 1 when a cloud keeps a copy. */
  backed_up: number
  name: string
  last_used_at: number | null
  created_at: number
  updated_at: number
}

export type PasskeyRow = Selectable<PasskeyTable>
