import type { Selectable } from 'kysely'

/** Somebody who waits for an invitation. */
export type WaitlistEntryTable = {
  id: string
  email_address: string
  email_address_norm: string
  status: 'pending' | 'invited' | 'rejected' | 'completed'
  invitation_id: string | null
  invited_at: number | null
  created_at: number
  updated_at: number
}

export type WaitlistEntryRow = Selectable<WaitlistEntryTable>
