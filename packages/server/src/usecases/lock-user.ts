import { ApiError } from '../api-error.ts'
import { inTransaction } from '../database/transaction.ts'
import type { Deps } from '../deps.ts'
import { forgetDeviceTries } from '../stores/device-store.ts'
import { closeSignInsOfUser } from '../stores/sign-in-store.ts'
import { updateUser } from '../stores/user-store.ts'
import { announceUser } from './announce-user.ts'
import type { UserView } from './client-view.ts'
import { readUser } from './read-user.ts'
import { writeAudit } from './write-audit.ts'

/**
 * Keeps somebody from signing in for the time that the setting `lockDuration` names, or lets them in again. Sessions
 * that are open go on.
 */
export async function lockUser(
  deps: Deps,
  { id, isLocked }: { id: string; isLocked: boolean },
): Promise<UserView> {
  await inTransaction(deps.db, async (trx) => {
    const now = deps.clock.now()
    const until = isLocked ? now + deps.settings.lockDuration : null
    if (!(await updateUser(trx, id, { locked_until: until, failed_attempts: 0, updated_at: now })))
      throw new ApiError('resource_not_found', { longMessage: `There is no user with the id ${id}.` })
    await forgetDeviceTries(trx, id)
    if (isLocked) await closeSignInsOfUser(trx, id)
    await writeAudit(deps, trx, { event: isLocked ? 'user_locked' : 'user_unlocked', userId: id })
  })
  announceUser(deps, id, 'user.updated')
  return readUser(deps, id)
}
