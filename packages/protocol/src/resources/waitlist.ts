import type { InvitationJSON } from './invitation.ts'

/** Somebody who waits for an invitation, as their browser sees it. */
export type WaitlistJSON = { object: 'waitlist_entry'; id: string }

/** The same as a backend sees it. */
export type WaitlistEntryJSON = WaitlistJSON & {
  email_address: string
  status: 'pending' | 'invited' | 'rejected' | 'completed'
  is_locked: boolean
  invitation: InvitationJSON | null
  created_at: number
  updated_at: number
}
