import { ApiError } from '../api-error.ts'
import { inTransaction } from '../database/transaction.ts'
import type { Deps } from '../deps.ts'
import { proveBackupCode } from '../strategies/backup-code.ts'
import { proveTotp } from '../strategies/totp.ts'
import { normalizeCode } from '../tokens/one-time-code.ts'
import { announceUser } from './announce-user.ts'
import { readUser } from './read-user.ts'
import { tryFactor } from './try-factor.ts'

/** Tells a backend whether a code is one of the user's app or a backup code, and uses it up; 422 when it is neither. */
export async function verifyUserTotp(
  deps: Deps,
  { id, code }: { id: string; code: string },
): Promise<'totp' | 'backup_code'> {
  const { user } = await readUser(deps, id)
  const hasTotp = user.totp_verified_at !== null
  if (!hasTotp && user.backup_codes_left === 0) throw new ApiError('totp_not_enabled')
  const isTotp = hasTotp && /^\d{6}$/.test(normalizeCode(code))
  const prove = isTotp ? proveTotp : proveBackupCode
  const proof = await tryFactor(deps, user, () => prove(deps, user, code))
  await inTransaction(deps.db, (trx) => proof.consume(trx))
  if (!isTotp) announceUser(deps, id, 'user.updated')
  return isTotp ? 'totp' : 'backup_code'
}
