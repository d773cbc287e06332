import type { Connection } from '../database/transaction.ts'
import type { Deps } from '../deps.ts'
import { isReserved } from '../second-factors/second-factors.ts'
import { listContacts } from '../stores/contact-store.ts'
import { chooseDefaultNumber, replaceBackupCodes } from '../stores/second-factor-store.ts'
import { closeSignInsOfUser } from '../stores/sign-in-store.ts'
import { findUser, updateUser } from '../stores/user-store.ts'
import { createBackupCodes, digestBackupCode } from '../tokens/backup-code.ts'
import { settleTasks } from './session-tasks.ts'

/**
 * Brings in order what hangs on the second factors of a user after one came or went: which number is asked first, since
 * when there are any, and that backup codes go with the last one. Sign-ins under way begin anew, and sessions wait for
 * a second factor that is required or no longer do.
 */
export async function settleSecondFactors(deps: Deps, trx: Connection, userId: string): Promise<void> {
  const now = deps.clock.now()
  const user = await findUser(trx, userId)
  if (!user) return
  const reserved = (await listContacts(trx, [userId])).filter(isReserved)
  if (!reserved.some((row) => row.default_second_factor === 1))
    await chooseDefaultNumber(trx, userId, reserved[0]?.id ?? null)
  const isOn = user.totp_verified_at !== null || reserved.length > 0
  if (isOn && user.mfa_enabled_at === null)
    await updateUser(trx, userId, { mfa_enabled_at: now, mfa_disabled_at: null })
  if (!isOn && user.mfa_enabled_at !== null) {
    await updateUser(trx, userId, { mfa_enabled_at: null, mfa_disabled_at: now, last_second_factor: null })
    await replaceBackupCodes(trx, userId, [], now)
  }
  await settleTasks(deps, trx, userId)
  await closeSignInsOfUser(trx, userId)
}

/** Makes new backup codes; those there were are void (S32). They are shown once and kept as digests. */
export async function makeBackupCodes(deps: Deps, trx: Connection, userId: string): Promise<string[]> {
  const codes = createBackupCodes(deps.random)
  const digests = await Promise.all(codes.map((code) => digestBackupCode(deps.vault, userId, code)))
  await replaceBackupCodes(trx, userId, digests, deps.clock.now())
  return codes
}

/** The codes that somebody gets with a second factor; null when there are some left, or none here at all. */
export async function makeFirstBackupCodes(
  deps: Deps,
  trx: Connection,
  userId: string,
): Promise<string[] | null> {
  const user = await findUser(trx, userId)
  if (!deps.settings.secondFactors.backupCode || !user || user.backup_codes_left > 0) return null
  return makeBackupCodes(deps, trx, userId)
}
