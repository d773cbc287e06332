import { ApiError } from '../api-error.ts'
import type { UserRow } from '../database/schema/users.ts'
import { inTransaction } from '../database/transaction.ts'
import type { Deps } from '../deps.ts'
import { updateUser } from '../stores/user-store.ts'
import { announceUser } from './announce-user.ts'
import type { Caller } from './caller.ts'
import { readUser } from './read-user.ts'
import { sendNotice } from './send-notice.ts'
import { makeBackupCodes } from './settle-second-factors.ts'
import { writeAudit } from './write-audit.ts'

/** Makes new backup codes for somebody who has a second factor, shown this once; the old ones are void (S32). */
export async function createBackupCodes(
  deps: Deps,
  caller: Caller,
): Promise<{ user: UserRow; codes: string[] }> {
  if (!deps.settings.secondFactors.backupCode) throw new ApiError('feature_not_enabled')
  const userId = caller.session.user_id
  const before = await readUser(deps, userId)
  const made = await inTransaction(deps.db, async (trx) => {
    const user = await updateUser(trx, userId, { updated_at: deps.clock.now() })
    if (!user) throw new ApiError('resource_not_found')
    if (user.mfa_enabled_at === null) throw new ApiError('backup_codes_not_available')
    const codes = await makeBackupCodes(deps, trx, userId)
    await writeAudit(deps, trx, { event: 'backup_codes_added', userId, caller })
    return { user, codes }
  })
  announceUser(deps, userId, 'user.updated')
  sendNotice(deps, { change: 'backup_codes_added', before, device: caller.device })
  return made
}
