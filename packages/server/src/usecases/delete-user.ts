import { ApiError } from '../api-error.ts'
import { inTransaction } from '../database/transaction.ts'
import type { Deps } from '../deps.ts'
import { forgetUserInBrowsers, markSignedOut } from '../stores/client-store.ts'
import { deleteCodeSendsTo } from '../stores/code-send-store.ts'
import { discardImage } from '../stores/discarded-image-store.ts'
import { endOtherSessionsOfUser } from '../stores/session-store.ts'
import { deleteUser as deleteRow, deleteTracesOfUser, updateUser } from '../stores/user-store.ts'
import { digestCodeTarget } from '../tokens/one-time-code.ts'
import { announceUser } from './announce-user.ts'
import type { Caller } from './caller.ts'
import { deleteDiscardedImage } from './delete-discarded-images.ts'
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
  const { contacts } = await readUser(deps, id)
  const own = contacts.filter((row) => row.claimed === 1)
  const targets = await Promise.all(own.map((row) => digestCodeTarget(deps.vault, row.value_norm)))
  const image = await inTransaction(deps.db, async (trx) => {
    const user = await updateUser(trx, id, { updated_at: now })
    if (!user) throw new ApiError('resource_not_found')
    if (user.image_name !== null) await discardImage(trx, user.image_name, now)
    await markSignedOut(trx, await endOtherSessionsOfUser(trx, id, null, 'ended', now), now)
    await forgetUserInBrowsers(trx, id)
    // What was sent to an address that was never theirs still counts against the next one who asks for it.
    await deleteCodeSendsTo(trx, targets)
    await deleteTracesOfUser(trx, id)
    await deleteRow(trx, id)
    await writeAudit(deps, trx, { event: 'user_deleted', userId: id })
    return user.image_name
  })
  announceUser(deps, id, 'user.deleted', 'sessions.changed')
  if (image !== null) await deleteDiscardedImage(deps, image)
  return id
}
