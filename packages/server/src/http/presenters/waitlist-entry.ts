import type { WaitlistEntryJSON } from '@usher/protocol'
import type { Deps } from '../../deps.ts'
import type { WaitlistView } from '../../usecases/settle-waitlist.ts'
import { presentInvitation } from './invitation.ts'

/** An entry of the waitlist, as a backend sees it. */
export const presentWaitlistEntry = (
  deps: Deps,
  { entry, invitation, token }: WaitlistView,
): WaitlistEntryJSON => ({
  object: 'waitlist_entry',
  id: entry.id,
  email_address: entry.email_address,
  status: entry.status,
  is_locked: false,
  invitation:
    invitation && presentInvitation(deps, { invitation, ...(token === undefined ? {} : { token }) }),
  created_at: entry.created_at,
  updated_at: entry.updated_at,
})
