import type { ClientRow } from '../database/schema/clients.ts'
import { inTransaction } from '../database/transaction.ts'
import type { Deps } from '../deps.ts'
import type { Device } from '../devices/describe-device.ts'
import { limit, limits } from '../limits/limit.ts'
import { updateUser } from '../stores/user-store.ts'
import type { AttemptInput } from '../strategies/strategy-handler.ts'
import { announceUser } from './announce-user.ts'
import { finishSignIn, type SignInStep } from './finish-sign-in.ts'
import { connectKept } from './oauth-sign-in.ts'
import type { OpenSecondFactor } from './open-second-factor.ts'
import { readUser } from './read-user.ts'
import { sendNotice } from './send-notice.ts'
import { tryFactor } from './try-factor.ts'
import { writeAudit } from './write-audit.ts'

export type SecondFactorInput = AttemptInput &
  OpenSecondFactor & {
    client: ClientRow
    device: Device
    strategy: string
    /** The sign-in goes on in a browser that did not send this request, so its secret stays. */
    isElsewhere?: boolean
  }

/** Checks what comes after the first factor, and ends the sign-in in a session when it is right. */
export async function advanceSecondFactor(deps: Deps, input: SecondFactorInput): Promise<SignInStep> {
  const { client, device, strategy, signIn, account, handler, isElsewhere = false } = input
  const { user } = account
  const isStrange = signIn.status === 'needs_client_trust'
  limit({ deps, device }, limits.attemptFor, user.id)
  const attempt = () => handler.attempt(deps, { signIn, account }, input)
  const proof = await tryFactor(deps, user, attempt, { client }).catch(async (error) => {
    await writeAudit(deps, deps.db, { event: 'second_factor', userId: user.id, device, result: 'refused' })
    throw error
  })
  const now = deps.clock.now()
  const { step, isConnected } = await inTransaction(deps.db, async (trx) => {
    await proof.consume(trx)
    // Backup codes are for the day when the other one is gone: they are not asked for first the next time.
    const last = strategy === 'totp' ? strategy : proof.targetId
    if (last && !isStrange) await updateUser(trx, user.id, { last_second_factor: last })
    const asked = isStrange ? { isTrusted: true } : { secondFactorAt: now }
    const finished = await finishSignIn(deps, trx, {
      ...{ client, device, isElsewhere, signIn, userId: user.id },
      strategy: signIn.first_factor_strategy ?? strategy,
      proved: { second_factor_strategy: strategy, second_factor_at: now },
      ...asked,
    })
    return { step: finished, isConnected: await connectKept(deps, trx, signIn, user.id) }
  })
  if (isConnected) {
    const before = await readUser(deps, user.id)
    sendNotice(deps, { change: 'external_account_added', before, device })
  }
  announceUser(deps, user.id, 'user.updated', 'sessions.changed')
  return step
}
