import { ApiError } from '../api-error.ts'
import type { InvitationRow } from '../database/schema/invitations.ts'
import { inTransaction } from '../database/transaction.ts'
import type { Deps } from '../deps.ts'
import { deleteInvitation, findInvitation, settleInvitation } from '../stores/invitation-store.ts'
import { writeAudit } from './write-audit.ts'

/** Has an invitation that nobody has accepted refused from here on. Throws `resource_not_found`, and when it was accepted or revoked. */
export async function revokeInvitation(deps: Deps, id: string): Promise<InvitationRow> {
  if (!(await findInvitation(deps.db, id))) throw new ApiError('resource_not_found')
  const revoked = await inTransaction(deps.db, async (trx) => {
    const row = await settleInvitation(trx, id, { status: 'revoked', at: deps.clock.now() })
    if (row) await writeAudit(deps, trx, { event: 'invitation_revoked', userId: null })
    return row
  })
  if (!revoked) throw new ApiError('invitation_cannot_be_revoked_code')
  return revoked
}

/** Forgets an invitation, whatever became of it. Throws `resource_not_found`. */
export const forgetInvitation = (deps: Deps, id: string): Promise<void> =>
  inTransaction(deps.db, async (trx) => {
    if (!(await deleteInvitation(trx, id))) throw new ApiError('resource_not_found')
    await writeAudit(deps, trx, { event: 'invitation_deleted', userId: null })
  })
