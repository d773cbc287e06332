import type { InstanceSettings } from '@usher/protocol'
import { ApiError } from '../api-error.ts'
import type { EmailAddressRow } from '../database/schema/email-addresses.ts'
import type { UserRow } from '../database/schema/users.ts'
import { inTransaction } from '../database/transaction.ts'
import type { Deps } from '../deps.ts'
import { deleteEmailAddress as deleteRow, listEmailAddresses } from '../stores/email-address-store.ts'
import { closeSignInsOfUser } from '../stores/sign-in-store.ts'
import { updateUser } from '../stores/user-store.ts'
import { deleteVerifications } from '../stores/verification-store.ts'
import { announceUser } from './announce-user.ts'
import type { Caller } from './caller.ts'
import { writeAudit } from './write-audit.ts'

/**
 * Removes an address of an account, for its owner or a backend. The last one that can sign in stays (S39); when the primary one goes, the oldest
 * verified one takes its place.
 */
export async function deleteEmailAddress(
  deps: Deps,
  { userId, id, caller }: { userId: string; id: string; caller?: Caller },
): Promise<string> {
  await inTransaction(deps.db, async (trx) => {
    // Written first, so that two removals at once come one after the other and cannot both spare the other's address.
    const user = await updateUser(trx, userId, { updated_at: deps.clock.now() })
    const addresses = await listEmailAddresses(trx, [userId])
    const address = addresses.find((row) => row.id === id)
    if (!user || !address)
      throw new ApiError('resource_not_found', { longMessage: 'The user has no address with this id.' })
    const others = addresses.filter((row) => row.id !== id)
    refuseLast(deps.settings, user, address, others)
    await deleteVerifications(trx, 'email_address', [id])
    if (user.primary_email_address_id === id)
      await updateUser(trx, userId, { primary_email_address_id: nextPrimary(others)?.id ?? null })
    await deleteRow(trx, id)
    await closeSignInsOfUser(trx, userId)
    await writeAudit(deps, trx, { event: 'email_address_removed', userId, ...(caller ? { caller } : {}) })
  })
  announceUser(deps, userId, 'user.updated')
  return id
}

function refuseLast(
  { username }: InstanceSettings,
  user: UserRow,
  address: EmailAddressRow,
  others: EmailAddressRow[],
): void {
  const usesUsername = username.enabled && username.usedForFirstFactor
  // With a password, a username is a way in as good as an address.
  if (user.username !== null && user.password_digest !== null && usesUsername) return
  const canSignIn = (row: EmailAddressRow) =>
    row.verified_at !== null || (row.claimed === 1 && user.password_digest !== null)
  if (canSignIn(address) && !others.some(canSignIn)) throw new ApiError('identification_deletion_failed')
}

const nextPrimary = (rows: EmailAddressRow[]): EmailAddressRow | undefined =>
  rows.find((row) => row.verified_at !== null) ?? rows.find((row) => row.claimed === 1)
