import { ApiError } from '../api-error.ts'
import type { InvitationRow } from '../database/schema/invitations.ts'
import type { WaitlistEntryRow } from '../database/schema/waitlist-entries.ts'
import { inTransaction } from '../database/transaction.ts'
import type { Deps } from '../deps.ts'
import { findInvitation, settleInvitation } from '../stores/invitation-store.ts'
import {
  countWaitlist,
  deleteWaitlistEntry,
  findWaitlistEntry,
  searchWaitlist,
  updateWaitlistEntry,
  type WaitlistFilter,
  waitlistOrders,
} from '../stores/waitlist-store.ts'
import { readInvitation, sendInvitations, writeInvitation } from './create-invitations.ts'
import { readOrder } from './read-order.ts'
import { writeAudit } from './write-audit.ts'

/** An entry and the invitation that came of it; its token while it is new. */
export type WaitlistView = {
  entry: WaitlistEntryRow
  invitation: InvitationRow | null
  token?: string
}

/** One page of the waitlist for a backend, and how many wait in all. */
export async function listWaitlist(
  { db }: Pick<Deps, 'db'>,
  {
    limit,
    offset,
    orderBy,
    ...filter
  }: WaitlistFilter & { limit: number; offset: number; orderBy: string | undefined },
): Promise<{ views: WaitlistView[]; total: number }> {
  const order = readOrder(waitlistOrders, orderBy)
  const rows = await searchWaitlist(db, filter, { order, limit, offset })
  const views = await Promise.all(rows.map((entry) => viewOf(db, entry)))
  return { views, total: await countWaitlist(db, filter) }
}

/** An entry with its invitation. */
export const viewOf = async (db: Deps['db'], entry: WaitlistEntryRow): Promise<WaitlistView> => ({
  entry,
  invitation: entry.invitation_id === null ? null : ((await findInvitation(db, entry.invitation_id)) ?? null),
})

/** Invites whoever waits. Throws `resource_not_found`, and when they were invited or have an account. */
export async function inviteFromWaitlist(
  deps: Deps,
  { id, ignoreExisting }: { id: string; ignoreExisting: boolean },
): Promise<WaitlistView> {
  const { email_address } = await find(deps, id)
  const created = await readInvitation(deps, {
    ...{ email_address, ignore_existing: ignoreExisting, template_slug: 'waitlist_invitation' },
  })
  const now = deps.clock.now()
  const { invitation, token } = created
  const entry = await inTransaction(deps.db, async (trx) => {
    await writeInvitation(deps, trx, created)
    const from: WaitlistEntryRow['status'][] = ['pending', 'rejected']
    if (ignoreExisting) from.push('invited')
    const values = {
      status: 'invited' as const,
      invitation_id: invitation.id,
      invited_at: now,
      updated_at: now,
    }
    const changed = await updateWaitlistEntry(trx, id, from, values)
    if (!changed) throw settled()
    return changed
  })
  await sendInvitations(deps, [created])
  return { entry, invitation, token }
}

/** Turns somebody away, whose invitation is called back. Throws `resource_not_found`, and when they were turned away or have an account. */
export async function rejectFromWaitlist(deps: Deps, id: string): Promise<WaitlistView> {
  const { invitation_id: invitationId } = await find(deps, id)
  const at = deps.clock.now()
  const entry = await inTransaction(deps.db, async (trx) => {
    const values = { status: 'rejected' as const, updated_at: at }
    const changed = await updateWaitlistEntry(trx, id, ['pending', 'invited'], values)
    if (!changed) throw settled()
    if (invitationId !== null && (await settleInvitation(trx, invitationId, { status: 'revoked', at })))
      await writeAudit(deps, trx, { event: 'invitation_revoked', userId: null })
    return changed
  })
  return viewOf(deps.db, entry)
}

/** Forgets somebody who waits. Throws `resource_not_found`, and when they wait no more. */
export async function forgetWaiting(deps: Deps, id: string): Promise<void> {
  await find(deps, id)
  if (!(await deleteWaitlistEntry(deps.db, id))) throw settled()
}

async function find({ db }: Deps, id: string): Promise<WaitlistEntryRow> {
  const entry = await findWaitlistEntry(db, 'id', id)
  if (!entry) throw new ApiError('resource_not_found')
  return entry
}

const settled = () => new ApiError('waitlist_entry_cannot_be_changed_code')
