import type { CreateUserFields } from '@usher/protocol'
import type { Updateable } from 'kysely'
import { ApiError } from '../api-error.ts'
import type { UserTable } from '../database/schema/users.ts'
import type { Connection } from '../database/transaction.ts'
import type { Deps } from '../deps.ts'
import { storeForeignDigest } from '../passwords/foreign/foreign-digest.ts'
import { replaceBackupCodes } from '../stores/second-factor-store.ts'
import { updateUser } from '../stores/user-store.ts'
import { digestBackupCode } from '../tokens/backup-code.ts'
import { normalizeTotpSecret } from '../tokens/totp.ts'
import { settleSecondFactors } from './settle-second-factors.ts'
import { writeAudit } from './write-audit.ts'

type Fields = Pick<CreateUserFields, 'totp_secret' | 'backup_codes'>

/** Second factors of another system that can be kept, before they are written. */
export type ImportedFactors = { totp: Updateable<UserTable> | null; digests: string[] }

/** Checks the second factors that a backend brings along; throws before anything is stored. */
export async function readSecondFactors(
  deps: Deps,
  userId: string,
  fields: Fields,
): Promise<ImportedFactors> {
  const { secondFactors } = deps.settings
  const { totp_secret: given, backup_codes: codes } = fields
  if (given && !secondFactors.authenticatorApp) throw switchedOff('totp_secret')
  if (codes?.length && !secondFactors.backupCode) throw switchedOff('backup_codes')
  const secret = given ? normalizeTotpSecret(given) : null
  if (given && secret === null)
    throw new ApiError('form_param_format_invalid', {
      paramName: 'totp_secret',
      longMessage: 'Give the secret in base32, at least 16 characters.',
    })
  const digests = await Promise.all((codes ?? []).map((code) => readCode(deps, userId, code)))
  const totp =
    secret === null
      ? null
      : {
          totp_sealed: await deps.vault.encrypt(secret),
          totp_verified_at: deps.clock.now(),
          totp_last_step: null,
        }
  return { totp, digests: [...new Set(digests)] }
}

/** Writes them: they take the place of those there were. */
export async function writeSecondFactors(
  deps: Deps,
  trx: Connection,
  userId: string,
  { totp, digests }: ImportedFactors,
): Promise<void> {
  if (totp) {
    await updateUser(trx, userId, totp)
    await writeAudit(deps, trx, { event: 'totp_added', userId })
  }
  if (digests.length > 0) {
    await replaceBackupCodes(trx, userId, digests, deps.clock.now())
    await writeAudit(deps, trx, { event: 'backup_codes_added', userId })
  }
  if (totp) await settleSecondFactors(deps, trx, userId)
}

// As it is, or the bcrypt digest that another system made of it.
async function readCode({ vault }: Deps, userId: string, code: string): Promise<string> {
  const paramName = 'backup_codes'
  if (!code.startsWith('$2')) {
    if (code.replaceAll(/[\s-]/g, '').length >= 6) return digestBackupCode(vault, userId, code)
    throw new ApiError('form_param_format_invalid', {
      paramName,
      longMessage: 'A backup code has at least 6 characters.',
    })
  }
  const stored = storeForeignDigest('bcrypt', code)
  if (stored !== null) return stored
  throw new ApiError('form_param_format_invalid', {
    paramName,
    longMessage:
      'One of the codes is a bcrypt digest that cannot be read, or costs more to check than this server spends.',
  })
}

const switchedOff = (paramName: string) =>
  new ApiError('form_param_unknown', {
    paramName,
    longMessage: `The settings of this server do not turn this second factor on, so it cannot keep "${paramName}".`,
  })
