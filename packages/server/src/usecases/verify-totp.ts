import { ApiError } from '../api-error.ts'
import type { UserRow } from '../database/schema/users.ts'
import { inTransaction } from '../database/transaction.ts'
import type { Deps } from '../deps.ts'
import { updateSession } from '../stores/session-store.ts'
import { updateUser } from '../stores/user-store.ts'
import { proveTotp } from '../strategies/totp.ts'
import { announceUser } from './announce-user.ts'
import type { Caller } from './caller.ts'
import { readUser } from './read-user.ts'
import { rotateClientSecret } from './rotate-client-secret.ts'
import { sendNotice } from './send-notice.ts'
import { makeFirstBackupCodes, settleSecondFactors } from './settle-second-factors.ts'
import { writeAudit } from './write-audit.ts'

export type VerifiedTotp = {
  user: UserRow
  backupCodes: string[] | null
  /** The new secret of the browser: it has proved a second factor (S51). */
  clientSecret: string | null
}

/** Turns an authenticator app on with a code that it shows; from then on it is asked for when signing in. */
export async function verifyTotp(
  deps: Deps,
  { caller, code }: { caller: Caller; code: string },
): Promise<VerifiedTotp> {
  if (!deps.settings.secondFactors.authenticatorApp) throw new ApiError('feature_not_enabled')
  const before = await readUser(deps, caller.session.user_id)
  const { user } = before
  if (user.totp_verified_at !== null) throw new ApiError('totp_already_enabled')
  const proof = await proveTotp(deps, user, code)
  const verified = await inTransaction(deps.db, async (trx) => {
    const now = deps.clock.now()
    const written = await updateUser(trx, user.id, { totp_verified_at: now, updated_at: now })
    // Another call made a new secret in between: this code says nothing about it.
    if (written?.totp_sealed !== user.totp_sealed)
      throw new ApiError('form_code_incorrect', { paramName: 'code' })
    await proof.consume(trx)
    await updateSession(trx, caller.session.id, { second_factor_at: now })
    await settleSecondFactors(deps, trx, user.id)
    const backupCodes = await makeFirstBackupCodes(deps, trx, user.id)
    await writeAudit(deps, trx, { event: 'totp_added', userId: user.id, caller })
    const clientSecret = await rotateClientSecret(deps, trx, caller.client)
    return { user: written, backupCodes, clientSecret }
  })
  announceUser(deps, user.id, 'user.updated')
  sendNotice(deps, { change: 'totp_added', before, device: caller.device })
  return verified
}
