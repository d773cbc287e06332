import { ApiError } from '../api-error.ts'
import type { ClientRow } from '../database/schema/clients.ts'
import type { SignInRow } from '../database/schema/sign-ins.ts'
import { inTransaction } from '../database/transaction.ts'
import type { Deps } from '../deps.ts'
import type { Device } from '../devices/describe-device.ts'
import { limit, limits } from '../limits/limit.ts'
import { isPasswordCompromised } from '../passwords/is-password-compromised.ts'
import { needsSecondFactor } from '../second-factors/second-factors.ts'
import { insertAudit } from '../stores/audit-store.ts'
import { forgetDeviceTries } from '../stores/device-store.ts'
import { advanceSignIn } from '../stores/sign-in-store.ts'
import { updateUser } from '../stores/user-store.ts'
import { isOfNewcomer } from '../strategies/newcomer.ts'
import type {
  Account,
  AttemptInput,
  FactorProof,
  FirstFactorHandler,
} from '../strategies/strategy-handler.ts'
import { createId, randomText } from '../tokens/id.ts'
import { announceUser } from './announce-user.ts'
import { finishSignIn, type SignInStep } from './finish-sign-in.ts'
import { knownAs } from './known-as.ts'
import { firstFactorHandler } from './open-sign-in.ts'
import { isLockedByTries, refuseClosedOn } from './refuse-closed.ts'
import { beginTry, endTry } from './try-factor.ts'

export type FirstFactorInput = AttemptInput & {
  client: ClientRow
  device: Device
  signIn: SignInRow
  account: Account
  strategy: string
  /** The sign-in goes on in a browser that did not send this request, so its secret stays. */
  isElsewhere?: boolean
}

/** Checks a first factor and moves the sign-in on: to a session, a second factor, or the choice of a new password. */
export async function advanceFirstFactor(deps: Deps, input: FirstFactorInput): Promise<SignInStep> {
  const { client, device, signIn, account, strategy, isElsewhere = false } = input
  const handler = firstFactorHandler(deps, strategy)
  // By what was typed in, not by the account: the count must not tell that two identifiers are one person's.
  limit({ deps, device }, limits.attemptFor, signIn.identifier?.toLowerCase() ?? account?.user.id)
  const proof = await prove(deps, handler, input).catch(async (error) => {
    await auditRefusal(deps, input)
    throw error
  })
  if (!account) return refuseNobody(deps, input, proof)
  const now = deps.clock.now()
  const isReset = handler.leadsTo === 'needs_new_password'
  const isUnlocked = handler.leadsOutOfLock && isLockedByTries(deps.settings, account.user, now)
  if (!isUnlocked) await refuseClosedOn(deps, deps.db, client, account.user)
  if (strategy === 'password' && isPasswordCompromised(account.user))
    throw new ApiError('form_password_compromised', { paramName: 'password' })
  const userId = account.user.id
  const proved = {
    ...{ first_factor_strategy: strategy, first_factor_at: now },
    ...(signIn.identifier === null && { user_id: userId, identifier: knownAs(account) }),
  }
  const secondFactorAt = needsSecondFactor(deps.settings, account) ? now : null
  const step = await inTransaction(deps.db, async (trx) => {
    await proof.consume(trx)
    if (!isReset) {
      if (isUnlocked) await updateUser(trx, userId, { failed_attempts: 0, locked_until: null })
      if (isUnlocked) await forgetDeviceTries(trx, userId)
      return finishSignIn(deps, trx, {
        ...{ client, device, isElsewhere, signIn, userId, strategy, proved },
        ...(proof.provesBoth && { secondFactorAt }),
      })
    }
    const values = { ...proved, status: handler.leadsTo, updated_at: now }
    const advanced = await advanceSignIn(trx, signIn.id, { from: 'needs_first_factor', now }, values)
    if (!advanced) throw new ApiError('verification_already_verified')
    return { signIn: advanced, started: null }
  })
  if (step.started) announceUser(deps, userId, 'sessions.changed')
  return step
}

async function prove(deps: Deps, handler: FirstFactorHandler, input: FirstFactorInput): Promise<FactorProof> {
  const { client, signIn, account } = input
  const attempt = (given: AttemptInput) => handler.attempt(deps, { signIn, account }, given)
  const counted = account && (await beginTry(deps, account.user.id, { client }))
  // What leads out of the lock allows five tries itself.
  if (!counted || (counted instanceof ApiError && handler.leadsOutOfLock)) return attempt(input)
  if (!(counted instanceof ApiError)) return endTry(deps, counted, () => attempt(input))
  if (!deps.settings.enumerationProtection) throw counted
  // Where nobody may learn who has an account, a locked one answers as if it was wrong, and nothing is tried.
  return attempt({ password: input.password && randomText(deps.random, 32), code: input.code && 'locked' })
}

// A newcomer has shown whose the identifier is: that is kept for the sign-up.
async function refuseNobody(deps: Deps, input: FirstFactorInput, proof: FactorProof): Promise<never> {
  const { signIn, account, strategy } = input
  if (!isOfNewcomer({ signIn, account })) throw new ApiError('form_code_incorrect', { paramName: 'code' })
  const now = deps.clock.now()
  const proved = { first_factor_strategy: strategy, first_factor_at: now, updated_at: now }
  await inTransaction(deps.db, async (trx) => {
    await proof.consume(trx)
    const isOpen = await advanceSignIn(trx, signIn.id, { from: 'needs_first_factor', now }, proved)
    if (!isOpen) throw new ApiError('verification_expired')
  })
  throw new ApiError('sign_up_if_missing_transfer')
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
