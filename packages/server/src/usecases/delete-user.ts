import { ApiError } from '../api-error.ts'
import type { Deps } from '../deps.ts'
import { markSignedOut } from '../stores/client-store.ts'
import { listEmailAddresses } from '../stores/email-address-store.ts'
import { endOtherSessionsOfUser } from '../stores/session-store.ts'
import { deleteUser as deleteRow, deleteTracesOfUser } from '../stores/user-store.ts'
import { announceUser } from './announce-user.ts'
import type { Caller } from './caller.ts'
import { readUser } from './read-user.ts'
import { writeAudit } from './write-audit.ts'

/** Deletes the account of the person who is signed in, where the settings and the account allow it. */
export async function deleteMe(deps: Deps, { session }: Caller): Promise<string> {
  const { user } = await readUser(deps, session.user_id)
  if (!deps.settings.deleteSelf || user.delete_self_enabled !== 1)
    throw new ApiError('user_delete_self_disabled')
  return deleteUser(deps, user.id)
}

/** Deletes a user with everything that belongs to one; only ids in the audit log stay (S70). Returns the id. */
export async function deleteUser(deps: Deps, id: string): Promise<string> {
  const now = deps.clock.now()
  const isDeleted = await deps.db.transaction().execute(async (trx) => {
    const addresses = await listEmailAddresses(trx, [id])
    await markSignedOut(trx, await endOtherSessionsOfUser(trx, id, null, 'ended', now), now)
    await deleteTracesOfUser(trx, { userId: id, addressNorms: addresses.map((row) => row.value_norm) })
    if (!(await deleteRow(trx, id))) return false
    await writeAudit(deps, trx, { event: 'user_deleted', userId: id })
    return true
  })
  if (!isDeleted) throw new ApiError('resource_not_found', { longMessage: 'There is no user with this id.' })
  announceUser(deps, id, 'user.deleted', 'sessions.changed')
  return id
}
