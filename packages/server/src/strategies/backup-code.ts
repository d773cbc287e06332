import { ApiError } from '../api-error.ts'
import type { UserRow } from '../database/schema/users.ts'
import type { Deps } from '../deps.ts'
import { isForeignDigest } from '../passwords/foreign/foreign-digest.ts'
import { verifyPassword } from '../passwords/hash-password.ts'
import { listBackupCodes, takeBackupCode } from '../stores/second-factor-store.ts'
import { digestBackupCode } from '../tokens/backup-code.ts'
import type { FactorHandler, FactorProof } from './strategy-handler.ts'

/** A second factor by one of the codes that somebody keeps for the day when the phone is gone. */
export const backupCodeStrategy: FactorHandler = {
  isEnabled: ({ secondFactors }) => secondFactors.backupCode,
  async attempt(deps, { account }, { code }) {
    if (!account || account.user.backup_codes_left === 0) throw new ApiError('strategy_for_user_invalid')
    return proveBackupCode(deps, account.user, code)
  },
}

/** Checks a backup code of a user, whatever its case and dashes; each counts once (S32). */
export async function proveBackupCode(
  deps: Deps,
  user: UserRow,
  typed: string | undefined,
): Promise<FactorProof> {
  const incorrect = () => new ApiError('form_code_incorrect', { paramName: 'code' })
  if (!typed?.trim()) throw new ApiError('form_param_nil', { paramName: 'code' })
  const digest = await findDigest(deps, user.id, typed.trim())
  if (digest === undefined) throw incorrect()
  return {
    async consume(trx) {
      if (!(await takeBackupCode(trx, user.id, digest))) throw incorrect()
    },
  }
}

async function findDigest(deps: Deps, userId: string, code: string): Promise<string | undefined> {
  const own = await digestBackupCode(deps.vault, userId, code)
  const digests = await listBackupCodes(deps.db, userId)
  if (digests.includes(own)) return own
  // Those that another system had hashed are checked the way passwords are.
  for (const foreign of digests.filter(isForeignDigest))
    if (await verifyPassword(deps, foreign, code)) return foreign
  return undefined
}
