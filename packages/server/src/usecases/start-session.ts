import { ApiError } from '../api-error.ts'
import type { ClientRow } from '../database/schema/clients.ts'
import type { SessionRow } from '../database/schema/sessions.ts'
import type { Connection } from '../database/transaction.ts'
import type { Deps } from '../deps.ts'
import type { Device } from '../devices/describe-device.ts'
import { needsSecondFactor } from '../second-factors/second-factors.ts'
import { insertAudit } from '../stores/audit-store.ts'
import { updateClient } from '../stores/client-store.ts'
import { listContacts } from '../stores/contact-store.ts'
import { forgetDeviceTries } from '../stores/device-store.ts'
import { insertSession, listActiveSessionsOfClient } from '../stores/session-store.ts'
import { findUser, markSignedIn } from '../stores/user-store.ts'
import { createId } from '../tokens/id.ts'
import { describeUse } from './describe-use.ts'
import { refuseClosedOn } from './refuse-closed.ts'
import { alreadySignedIn, refuseSecondSession } from './refuse-second-session.ts'
import { rotateClientSecret } from './rotate-client-secret.ts'
import { tasksOfUser, withTasks } from './session-tasks.ts'

/** Somebody who acts as the user, as a backend says. */
export type Impersonation = {
  /** JSON text of who that is. */
  actor: string
  /** How long the session lasts, in milliseconds. */
  lifetime: number | null
}

export type StartSessionInput = {
  client: ClientRow
  userId: string
  device: Device
  /** How the person proved who they are, for the "Last used" badge; null when a backend vouches for them. */
  strategy: string | null
  /** When the first factor was proved; now unless a second one came after it. */
  firstFactorAt?: number | null
  /** When the second factor was proved; null when nobody has to, and absent when it was not asked for yet. */
  secondFactorAt?: number | null
  event: 'sign_up' | 'sign_in'
  /** The browser is not the one that sent this request: a new secret would not reach it. */
  isElsewhere?: boolean
  impersonation?: Impersonation
}

export type StartedSession = {
  session: SessionRow
  /** The new secret of the browser: the old one is dead from here on (S51). Null when it was signed in from elsewhere. */
  clientSecret: string | null
}

/**
 * Signs a browser in: a new session, which waits as long as the user has something to do first, a new client secret, and every attempt of the browser is closed. Null, and nothing
 * written, when the account has a second factor that was not proved (S34). Throws
 * `session_exists` or `identifier_already_signed_in` when another call was first, `user_banned` and `user_locked`.
 */
export async function startSession(
  deps: Deps,
  trx: Connection,
  {
    client,
    userId,
    device,
    strategy,
    event,
    isElsewhere = false,
    impersonation,
    ...factors
  }: StartSessionInput,
): Promise<StartedSession | null> {
  const { firstFactorAt, secondFactorAt } = factors
  const now = deps.clock.now()
  const { sessionLifetime, sessionInactivity } = deps.settings
  const expireAt = now + (impersonation?.lifetime ?? sessionLifetime)
  await refuseSecondSession(deps, trx, client, userId)
  const isVouchedFor = strategy === null || impersonation !== undefined
  if (!isVouchedFor && secondFactorAt === undefined && (await lacksSecondFactor(deps, trx, userId)))
    return null
  await noteSignIn(deps, trx, { userId, client, isOwn: !impersonation, now })
  const session = await insertSession(trx, {
    id: createId(deps.random, 'sess'),
    client_id: client.id,
    user_id: userId,
    ...withTasks(impersonation ? [] : await tasksOfUser(deps, trx, userId)),
    actor: impersonation?.actor ?? null,
    first_factor_at: firstFactorAt ?? now,
    second_factor_at: secondFactorAt ?? null,
    expire_at: expireAt,
    abandon_at: Math.min(expireAt, now + (sessionInactivity ?? Infinity)),
    activity_id: createId(deps.random, 'sact'),
    ...(await describeUse(deps, trx, { userId, device, session: null })),
    created_at: now,
    updated_at: now,
  })
  const signedIn = {
    last_active_session_id: session.id,
    ...(impersonation ? {} : { last_authentication_strategy: strategy }),
    sign_in_id: null,
    sign_up_id: null,
    updated_at: now,
  }
  const clientSecret = isElsewhere ? null : await rotateClientSecret(deps, trx, client, signedIn)
  if (isElsewhere) await updateClient(trx, client.id, signedIn)
  else if (clientSecret === null) return refuseOvertaken(deps, trx, client, session)
  await insertAudit(trx, {
    id: createId(deps.random, 'aud'),
    at: now,
    event: impersonation ? 'impersonation' : event,
    user_id: userId,
    session_id: session.id,
    ip_address: device.ipAddress,
    result: 'ok',
  })
  return { session, clientSecret }
}

// What somebody else does as the user says nothing about when the user was here.
async function noteSignIn(
  deps: Deps,
  trx: Connection,
  { userId, client, isOwn, now }: { userId: string; client: ClientRow; isOwn: boolean; now: number },
): Promise<void> {
  const user = await (isOwn ? markSignedIn(trx, userId, now) : findUser(trx, userId))
  if (!user) throw new ApiError('resource_not_found', { longMessage: 'There is no such account any more.' })
  await refuseClosedOn(deps, trx, client, user)
  if (isOwn) await forgetDeviceTries(trx, userId, client.id)
}

async function lacksSecondFactor({ settings }: Deps, trx: Connection, userId: string): Promise<boolean> {
  const user = await findUser(trx, userId)
  if (!user) return false
  const contacts = settings.secondFactors.phoneCode ? await listContacts(trx, [userId]) : []
  return needsSecondFactor(settings, { user, contacts })
}

// The same form was sent twice: the call that was first has signed this browser in.
async function refuseOvertaken(
  deps: Deps,
  trx: Connection,
  client: ClientRow,
  own: SessionRow,
): Promise<never> {
  const sessions = await listActiveSessionsOfClient(trx, client.id, deps.clock.now())
  const other = sessions.findLast(({ id }) => id !== own.id)
  throw other ? alreadySignedIn(deps, other) : new ApiError('client_not_found')
}
