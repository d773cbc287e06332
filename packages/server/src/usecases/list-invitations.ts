import type { InvitationRow } from '../database/schema/invitations.ts'
import type { Deps } from '../deps.ts'
import {
  countInvitations,
  type InvitationFilter,
  invitationOrders,
  searchInvitations,
} from '../stores/invitation-store.ts'
import { readOrder } from './read-order.ts'

export type ListInvitationsInput = InvitationFilter & {
  limit: number
  offset: number
  /** `created_at` ascending, `-created_at` descending; the newest first when absent. */
  orderBy: string | undefined
}

/** One page of invitations for a backend, and how many there are in all. */
export async function listInvitations(
  { db, clock }: Deps,
  { limit, offset, orderBy, ...filter }: ListInvitationsInput,
): Promise<{ invitations: InvitationRow[]; total: number }> {
  const now = clock.now()
  const order = readOrder(invitationOrders, orderBy)
  return {
    invitations: await searchInvitations(db, filter, { order, limit, offset, now }),
    total: await countInvitations(db, filter, now),
  }
}
