import type { CreateWaitlistEntryFields } from '@usher/protocol'
import { ApiError } from '../api-error.ts'
import type { WaitlistEntryRow } from '../database/schema/waitlist-entries.ts'
import { inTransaction } from '../database/transaction.ts'
import type { Deps } from '../deps.ts'
import { contacts } from '../identifiers/contact.ts'
import { waitlistMail } from '../mail/waitlist-mail.ts'
import { reasonOf } from '../reason-of.ts'
import { findWaitlistEntry, insertWaitlistEntry } from '../stores/waitlist-store.ts'
import { createId } from '../tokens/id.ts'

const kind = 'email_address'

/**
 * Puts addresses on the waitlist, all of them or none; one that is there stays as it is. Says nothing of who has an
 * account (S15): an address waits whether it has one or not. A mail goes to those that are new.
 */
export async function joinWaitlist(
  deps: Deps,
  list: CreateWaitlistEntryFields[],
): Promise<WaitlistEntryRow[]> {
  const now = deps.clock.now()
  const given = list.map(({ email_address: address, notify }) => {
    const norm = contacts[kind].normalize(address, deps.settings)
    if (norm === null)
      throw new ApiError('form_param_format_invalid', { paramName: kind, longMessage: contacts[kind].form })
    return { address: address.trim(), norm, notifies: notify ?? true }
  })
  const joined = await inTransaction(deps.db, async (trx) => {
    const rows: { row: WaitlistEntryRow; isNew: boolean }[] = []
    for (const { address, norm } of given) {
      const added = await insertWaitlistEntry(trx, {
        id: createId(deps.random, 'wle'),
        email_address: address,
        email_address_norm: norm,
        status: 'pending',
        invitation_id: null,
        invited_at: null,
        created_at: now,
        updated_at: now,
      })
      const row = added ?? (await findWaitlistEntry(trx, 'email_address_norm', norm))
      if (row) rows.push({ row, isNew: added !== undefined })
    }
    return rows
  })
  joined.forEach(({ row, isNew }, index) => {
    if (isNew && given[index]?.notifies) confirm(deps, row.email_address_norm)
  })
  return joined.map(({ row }) => row)
}

// The entry stands whether or not the mail can be delivered.
function confirm({ mail, settings, log }: Deps, to: string): void {
  if (settings.testMode && contacts[kind].isForTests(to)) return
  mail.send(waitlistMail(to, settings.applicationName)).catch((error: unknown) => {
    log.warn({ event: 'mail_failed', reason: reasonOf(error) }, 'a waitlist mail could not be sent')
  })
}
