import { ApiError } from '../api-error.ts'
import type { ContactKind, ContactRow } from '../database/schema/contacts.ts'
import { inTransaction } from '../database/transaction.ts'
import type { Deps } from '../deps.ts'
import { contacts } from '../identifiers/contact.ts'
import { canSignIn } from '../second-factors/ways-in.ts'
import { deleteContact as deleteRow, listContacts } from '../stores/contact-store.ts'
import { listExternalAccounts } from '../stores/external-account-store.ts'
import { updateUser } from '../stores/user-store.ts'
import { deleteContactVerifications } from '../stores/verification-store.ts'
import { announceUser } from './announce-user.ts'
import type { Caller } from './caller.ts'
import { sendNotice } from './send-notice.ts'
import { settleSecondFactors } from './settle-second-factors.ts'
import { writeAudit } from './write-audit.ts'

/**
 * Removes an address or phone number of an account, for its owner or a backend. The last way to sign in stays (S39);
 * when the primary one goes, the oldest verified one takes its place.
 */
export async function deleteContact(
  deps: Deps,
  { kind, userId, id, caller }: { kind: ContactKind; userId: string; id: string; caller?: Caller },
): Promise<string> {
  const before = await inTransaction(deps.db, async (trx) => {
    // Written first, so that two removals at once come one after the other and cannot both spare the other's address.
    const user = await updateUser(trx, userId, { updated_at: deps.clock.now() })
    const all = await listContacts(trx, [userId])
    const contact = all.find((row) => row.id === id && row.kind === kind)
    if (!user || !contact)
      throw new ApiError('resource_not_found', { longMessage: 'The user has nothing with this id.' })
    const others = all.filter((row) => row.id !== id)
    const accounts = await listExternalAccounts(trx, [userId])
    const waysIn = (left: ContactRow[]) => canSignIn(deps.settings, user, left, accounts)
    if (waysIn(all) && !waysIn(others)) throw new ApiError('identification_deletion_failed')
    await deleteContactVerifications(trx, id)
    const { primaryColumn } = contacts[kind]
    const next = nextPrimary(others.filter((row) => row.kind === kind))?.id ?? null
    if (user[primaryColumn] === id) await updateUser(trx, userId, { [primaryColumn]: next })
    await deleteRow(trx, id)
    await settleSecondFactors(deps, trx, userId)
    await writeAudit(deps, trx, { event: `${kind}_removed`, userId, ...(caller ? { caller } : {}) })
    return { user, contacts: all, wasVerified: contact.verified_at !== null }
  })
  announceUser(deps, userId, 'user.updated')
  if (caller && before.wasVerified)
    sendNotice(deps, { change: `${kind}_removed`, before, device: caller.device })
  return id
}

const nextPrimary = (rows: ContactRow[]): ContactRow | undefined =>
  rows.find((row) => row.verified_at !== null) ?? rows.find((row) => row.claimed === 1)
