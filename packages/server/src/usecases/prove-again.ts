import { ApiError } from '../api-error.ts'
import type { SessionRow } from '../database/schema/sessions.ts'
import { inTransaction } from '../database/transaction.ts'
import type { Deps } from '../deps.ts'
import type { Device } from '../devices/describe-device.ts'
import { limit, limits } from '../limits/limit.ts'
import { isPasswordCompromised } from '../passwords/is-password-compromised.ts'
import { needsSecondFactor } from '../second-factors/second-factors.ts'
import { updateSession } from '../stores/session-store.ts'
import { factorAgainOf } from '../strategies/registry.ts'
import type {
  AttemptInput,
  FactorContext,
  FactorHandler,
  PrepareInput,
} from '../strategies/strategy-handler.ts'
import type { Caller } from './caller.ts'
import { rotateClientSecret } from './rotate-client-secret.ts'
import { readVerification, type SessionOfClient, type SessionVerification } from './session-verification.ts'
import { tryFactor } from './try-factor.ts'
import { writeAudit } from './write-audit.ts'

export type FactorOfSession = SessionOfClient & { factor: 'first' | 'second'; strategy: string }

/** Sends the code, or gives the challenge, that a factor of a session's verification needs. */
export async function prepareFactorAgain(
  deps: Deps,
  input: FactorOfSession & PrepareInput,
): Promise<SessionVerification> {
  const { handler, context } = await open(deps, input)
  if (!handler.prepare) throw new ApiError('form_param_value_invalid', { paramName: 'strategy' })
  await handler.prepare(deps, context, input)
  return readVerification(deps, input)
}

export type ProvedAgain = SessionVerification & {
  /** The new secret of the browser; the session stays the one it is (S51). */
  clientSecret: string | null
}

/** Tries a factor of a session's verification; a wrong try counts like one at signing in (S44). */
export async function attemptFactorAgain(
  deps: Deps,
  { device, ...input }: FactorOfSession & AttemptInput & { device: Device },
): Promise<ProvedAgain> {
  const { handler, context, session, account } = await open(deps, input)
  const { client, factor, strategy } = input
  const caller: Caller = { client, session, device }
  limit({ deps, device }, limits.attemptFor, account.user.id)
  const attempt = () => handler.attempt(deps, context, input)
  const entry = { event: 'reverification', userId: account.user.id, caller } as const
  const proof = await tryFactor(deps, account.user, attempt, { caller }).catch(async (error) => {
    await writeAudit(deps, deps.db, { ...entry, result: 'refused' })
    throw error
  })
  if (strategy === 'password' && isPasswordCompromised(account.user))
    throw new ApiError('form_password_compromised', { paramName: 'password' })
  const now = deps.clock.now()
  const provesBoth = proof.provesBoth && needsSecondFactor(deps.settings, account)
  const clientSecret = await inTransaction(deps.db, async (trx) => {
    await proof.consume(trx)
    await updateSession(trx, session.id, {
      [`${factor}_factor_at`]: now,
      ...(provesBoth && { second_factor_at: now }),
    })
    await writeAudit(deps, trx, entry)
    return rotateClientSecret(deps, trx, client)
  })
  return { ...(await readVerification(deps, input)), clientSecret }
}

async function open(deps: Deps, input: FactorOfSession) {
  const verification = await readVerification(deps, input)
  const { session, account, status } = verification
  const handler = enabledHandler(deps, input)
  if (status !== `needs_${input.factor}_factor`)
    throw new ApiError(
      status === 'needs_first_factor' ? 'verification_missing' : 'verification_already_verified',
    )
  return { handler, context: contextOf(session, account), session, account }
}

function enabledHandler({ settings }: Deps, { factor, strategy }: FactorOfSession): FactorHandler {
  const handler = factorAgainOf(factor, strategy)
  if (handler?.isEnabled(settings)) return handler
  throw new ApiError('form_param_value_invalid', { paramName: 'strategy' })
}

const contextOf = ({ id }: SessionRow, account: FactorContext['account']): FactorContext => ({
  signIn: { id, identifier: null, sign_up_if_missing: 0 },
  account,
})
