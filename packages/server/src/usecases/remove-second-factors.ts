import { ApiError } from '../api-error.ts'
import type { UserRow } from '../database/schema/users.ts'
import { type Connection, inTransaction } from '../database/transaction.ts'
import type { Deps } from '../deps.ts'
import { releaseNumbers, replaceBackupCodes } from '../stores/second-factor-store.ts'
import { updateUser } from '../stores/user-store.ts'
import { announceUser } from './announce-user.ts'
import type { Caller } from './caller.ts'
import { readUser } from './read-user.ts'
import { sendNotice } from './send-notice.ts'
import { settleSecondFactors } from './settle-second-factors.ts'
import { writeAudit } from './write-audit.ts'

type Removal = { userId: string; caller?: Caller }

/** Removes the authenticator app of a user, for its owner or a backend; backup codes go with the last second factor. */
export async function removeTotp(deps: Deps, { userId, caller }: Removal): Promise<UserRow> {
  const before = await readUser(deps, userId)
  const hadTotp = before.user.totp_verified_at !== null
  const changed = await change(deps, userId, async (trx, user) => {
    if (caller && user.totp_sealed === null) throw new ApiError('resource_not_found')
    await forgetTotp(trx, userId)
    if (user.totp_sealed === null) return
    await writeAudit(deps, trx, { event: 'totp_removed', userId, ...(caller ? { caller } : {}) })
  })
  if (caller && hadTotp) sendNotice(deps, { change: 'totp_removed', before, device: caller.device })
  return changed
}

/** Voids the backup codes of a user, for a backend. */
export const removeBackupCodes = (deps: Deps, userId: string): Promise<UserRow> =>
  change(deps, userId, async (trx) => {
    await replaceBackupCodes(trx, userId, [], deps.clock.now())
    await writeAudit(deps, trx, { event: 'backup_codes_removed', userId })
  })

/** Removes every second factor of a user, for a backend: from here on the first one is enough. */
export const disableSecondFactors = (deps: Deps, userId: string): Promise<UserRow> =>
  change(deps, userId, async (trx) => {
    await forgetTotp(trx, userId)
    await releaseNumbers(trx, userId)
    await replaceBackupCodes(trx, userId, [], deps.clock.now())
    for (const event of ['totp_removed', 'phone_number_released', 'backup_codes_removed'] as const)
      await writeAudit(deps, trx, { event, userId })
  })

async function change(
  deps: Deps,
  userId: string,
  work: (trx: Connection, user: UserRow) => Promise<void>,
): Promise<UserRow> {
  const changed = await inTransaction(deps.db, async (trx) => {
    const user = await updateUser(trx, userId, { updated_at: deps.clock.now() })
    if (!user) throw new ApiError('resource_not_found', { longMessage: 'There is no user with this id.' })
    await work(trx, user)
    await settleSecondFactors(deps, trx, userId)
    return user
  })
  announceUser(deps, userId, 'user.updated')
  return changed
}

const forgetTotp = (trx: Connection, userId: string) =>
  updateUser(trx, userId, { totp_sealed: null, totp_verified_at: null, totp_last_step: null })
