import { ApiError } from '../api-error.ts'
import type { ClientRow } from '../database/schema/clients.ts'
import type { SignInRow } from '../database/schema/sign-ins.ts'
import { inTransaction } from '../database/transaction.ts'
import type { Deps } from '../deps.ts'
import type { Device } from '../devices/describe-device.ts'
import { limit, limits } from '../limits/limit.ts'
import { insertAudit } from '../stores/audit-store.ts'
import { advanceSignIn } from '../stores/sign-in-store.ts'
import type { Account, AttemptInput } from '../strategies/strategy-handler.ts'
import { createId } from '../tokens/id.ts'
import { announceUser } from './announce-user.ts'
import { firstFactorHandler } from './open-sign-in.ts'
import { refuseClosed } from './refuse-closed.ts'
import { type StartedSession, startSession } from './start-session.ts'

export type SignInStep = { signIn: SignInRow; started: StartedSession | null }

export type FirstFactorInput = AttemptInput & {
  client: ClientRow
  device: Device
  signIn: SignInRow
  account: Account
  strategy: string
  /** The sign-in goes on in a browser that did not send this request, so its secret stays. */
  isElsewhere?: boolean
}

/** Checks a first factor and moves the sign-in on: to a session, or to the choice of a new password. */
export async function advanceFirstFactor(deps: Deps, input: FirstFactorInput): Promise<SignInStep> {
  const { client, device, signIn, account, strategy, isElsewhere = false } = input
  const handler = firstFactorHandler(deps, strategy)
  // By what was typed in, not by the account: the count must not tell that two identifiers are one person's.
  limit({ deps, device }, limits.attemptFor, signIn.identifier?.toLowerCase())
  const proof = await handler.attempt(deps, { signIn, account }, input).catch(async (error) => {
    await auditRefusal(deps, input)
    throw error
  })
  if (!account) throw new ApiError('form_code_incorrect', { paramName: 'code' })
  const now = deps.clock.now()
  refuseClosed(account.user, now)
  const userId = account.user.id
  const step = await inTransaction(deps.db, async (trx) => {
    await proof.consume(trx)
    const started =
      handler.leadsTo === 'complete'
        ? await startSession(deps, trx, { client, userId, device, strategy, event: 'sign_in', isElsewhere })
        : null
    const advanced = await advanceSignIn(
      trx,
      signIn.id,
      { from: 'needs_first_factor', now },
      {
        status: handler.leadsTo,
        first_factor_strategy: strategy,
        first_factor_at: now,
        created_session_id: started?.session.id ?? null,
        updated_at: now,
      },
    )
    if (!advanced) throw new ApiError('verification_already_verified')
    return { signIn: advanced, started }
  })
  if (step.started) announceUser(deps, userId, 'sessions.changed')
  return step
}

async function auditRefusal(deps: Deps, { device, account }: FirstFactorInput): Promise<void> {
  await insertAudit(deps.db, {
    id: createId(deps.random, 'aud'),
    at: deps.clock.now(),
    event: 'sign_in',
    user_id: account?.user.id ?? null,
    session_id: null,
    ip_address: device.ipAddress,
    result: 'refused',
  })
}
