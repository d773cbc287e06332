import type { Updateable } from 'kysely'
import { ApiError } from '../api-error.ts'
import type { ClientRow } from '../database/schema/clients.ts'
import type { SignInRow, SignInTable } from '../database/schema/sign-ins.ts'
import type { Connection } from '../database/transaction.ts'
import type { Deps } from '../deps.ts'
import type { Device } from '../devices/describe-device.ts'
import { needsClientTrust } from '../second-factors/client-trust.ts'
import { advanceSignIn } from '../stores/sign-in-store.ts'
import { type Impersonation, type StartedSession, startSession } from './start-session.ts'

export type SignInStep = { signIn: SignInRow; started: StartedSession | null }

export type FinishSignInInput = {
  client: ClientRow
  device: Device
  /** The sign-in goes on in a browser that did not send this request, so its secret stays. */
  isElsewhere?: boolean
  /** As it was read: another call must not have moved it on since. */
  signIn: SignInRow
  userId: string
  /** How the first factor was proved. */
  strategy: string
  /** What was proved just now. */
  proved: Updateable<SignInTable>
  /** When the second factor was proved; null when nobody has to, and absent when it is still to be asked for. */
  secondFactorAt?: number | null
  impersonation?: Impersonation
  /** This browser was shown to be the person's. */
  isTrusted?: boolean
}

// Long enough to look for the phone; what was proved before does not wait a day for the rest.
const secondFactorWithin = 1_800_000

/**
 * Takes a sign-in to its session; where the account has a second factor that was not proved, to asking for it, and where
 * the browser is strange to the account, to a code.
 */
export async function finishSignIn(
  deps: Deps,
  trx: Connection,
  {
    client,
    device,
    isElsewhere = false,
    signIn,
    userId,
    strategy,
    proved,
    secondFactorAt,
    impersonation,
    isTrusted = false,
  }: FinishSignInInput,
): Promise<SignInStep> {
  const now = deps.clock.now()
  const isStrange = !isTrusted && (await needsClientTrust(deps, trx, { client, userId, strategy }))
  const started = isStrange
    ? null
    : await startSession(deps, trx, {
        ...{ client, userId, device, isElsewhere, strategy, event: 'sign_in' },
        ...(impersonation ? { impersonation } : {}),
        ...(secondFactorAt === undefined ? {} : { firstFactorAt: signIn.first_factor_at, secondFactorAt }),
      })
  const next: Updateable<SignInTable> = started
    ? { status: 'complete', created_session_id: started.session.id }
    : {
        status: isStrange ? 'needs_client_trust' : 'needs_second_factor',
        abandon_at: Math.min(signIn.abandon_at, now + secondFactorWithin),
      }
  const from = { from: signIn.status, now }
  const advanced = await advanceSignIn(trx, signIn.id, from, { ...proved, ...next, updated_at: now })
  if (!advanced) throw new ApiError('verification_already_verified')
  return { signIn: advanced, started }
}
