import { ApiError } from '../api-error.ts'
import type { ClientRow } from '../database/schema/clients.ts'
import { inTransaction } from '../database/transaction.ts'
import type { Deps } from '../deps.ts'
import type { Device } from '../devices/describe-device.ts'
import { checkPassword, normalizePassword } from '../passwords/check-password.ts'
import { hashPassword, verifyPassword } from '../passwords/hash-password.ts'
import { isPasswordCompromised } from '../passwords/is-password-compromised.ts'
import { insertAudit } from '../stores/audit-store.ts'
import { markSignedOut } from '../stores/client-store.ts'
import { forgetDeviceTries } from '../stores/device-store.ts'
import { endOtherSessionsOfUser } from '../stores/session-store.ts'
import { closeSignInsOfUser } from '../stores/sign-in-store.ts'
import { updateUser } from '../stores/user-store.ts'
import { createId } from '../tokens/id.ts'
import { personalWords } from './change-password.ts'
import { finishSignIn, type SignInStep } from './finish-sign-in.ts'
import { openSignIn } from './open-sign-in.ts'
import { isLockedByTries } from './refuse-closed.ts'
import { sendNotice } from './send-notice.ts'
import { settleTasks } from './session-tasks.ts'

export type ResetPasswordInput = {
  client: ClientRow
  device: Device
  id: string
  password: string
  /** Ends every other session of the user (S36). */
  signOutOfOtherSessions: boolean
}

// With the ten minutes of the code well within the hour that a proof may last (S36).
const chooseWithin = 1_800_000

/**
 * Sets a new password after the code was proved, which ends a lock by wrong tries (S45), and signs in; whoever has a
 * second factor is asked for it first (S35).
 */
export async function resetPassword(deps: Deps, input: ResetPasswordInput): Promise<SignInStep> {
  const { signIn, account } = await openSignIn(deps, input.client, input.id)
  if (signIn.status !== 'needs_new_password' || !account) throw new ApiError('verification_missing')
  if ((signIn.first_factor_at ?? 0) + chooseWithin <= deps.clock.now())
    throw new ApiError('verification_expired')
  const { user } = account
  const password = normalizePassword(input.password)
  const personal = personalWords(account)
  await checkPassword(deps.settings, password, { paramName: 'password', personal })
  if (isPasswordCompromised(user) && (await verifyPassword(deps, user.password_digest, input.password)))
    throw new ApiError('form_new_password_matches_current', { paramName: 'password' })
  const digest = await hashPassword(deps, password)
  const now = deps.clock.now()
  const step = await inTransaction(deps.db, async (trx) => {
    await updateUser(trx, user.id, {
      ...{
        password_digest: digest,
        password_updated_at: now,
        password_compromised_at: null,
        updated_at: now,
      },
      ...(isLockedByTries(deps.settings, user, now) ? { failed_attempts: 0, locked_until: null } : {}),
    })
    await settleTasks(deps, trx, user.id)
    await forgetDeviceTries(trx, user.id)
    if (input.signOutOfOtherSessions) {
      const ended = await endOtherSessionsOfUser(trx, user.id, null, 'revoked', now)
      await markSignedOut(trx, ended, now)
    }
    const { client, device } = input
    const strategy = signIn.first_factor_strategy ?? 'reset_password_email_code'
    const finished = await finishSignIn(deps, trx, {
      ...{ client, device, signIn, userId: user.id, strategy },
      proved: {},
    })
    await insertAudit(trx, {
      id: createId(deps.random, 'aud'),
      at: now,
      event: 'password_reset',
      user_id: user.id,
      session_id: finished.started?.session.id ?? null,
      ip_address: device.ipAddress,
      result: 'ok',
    })
    await closeSignInsOfUser(trx, user.id, signIn.id)
    return finished
  })
  deps.sessionTokens.forgetUser(user.id)
  deps.events.publish({ type: 'sessions.changed', userId: user.id })
  sendNotice(deps, { change: 'password_changed', before: account, device: input.device })
  return step
}
