import type {
  BackendSessionJSON,
  SessionActivityJSON,
  SessionJSON,
  SessionWithActivityJSON,
} from '@usher/protocol'
import type { SessionRow } from '../../database/schema/sessions.ts'
import type { Deps } from '../../deps.ts'
import { factorAges } from '../../tokens/session-tokens.ts'
import type { SessionView, UserView } from '../../usecases/client-view.ts'
import { statusAt } from '../../usecases/session-status.ts'
import { tasksOfSession } from '../../usecases/session-tasks.ts'
import { presentPublicUserData, presentUser } from './user.ts'

/** A session of the browser that asks, with its user and a fresh token. */
export async function presentSession(
  deps: Deps,
  view: SessionView,
  { origin, notBefore }: { origin: string | null; notBefore: number },
): Promise<SessionJSON> {
  const now = deps.clock.now()
  const status = statusAt(view.session, now)
  const isOpen = status === 'active' || status === 'pending'
  return {
    ...presentFacts(view.session, now),
    user: presentUser(deps, view, now),
    public_user_data: presentPublicUserData(deps, view),
    last_active_token: isOpen
      ? { object: 'token', jwt: await deps.sessionTokens.issue({ session: view.session, origin, notBefore }) }
      : null,
  }
}

/** A session without its user and token, for answers that speak of one that has ended. */
export const presentEndedSession = (session: SessionRow, now: number): SessionJSON => ({
  ...presentFacts(session, now),
  user: null,
  public_user_data: null,
  last_active_token: null,
})

/** A session in the list of a user's devices. */
export const presentSessionWithActivity = (
  deps: Deps,
  session: SessionRow,
  user: UserView,
  now: number,
): SessionWithActivityJSON => ({
  ...presentEndedSession(session, now),
  public_user_data: presentPublicUserData(deps, user),
  latest_activity: presentActivity(session),
})

/** The same without its user, for the answer that speaks of one which has been revoked. */
export const presentEndedSessionWithActivity = (
  session: SessionRow,
  now: number,
): SessionWithActivityJSON => ({
  ...presentEndedSession(session, now),
  latest_activity: presentActivity(session),
})

/** A session as a backend with the secret key sees it. */
export const presentBackendSession = (session: SessionRow, now: number): BackendSessionJSON => ({
  object: 'session',
  id: session.id,
  client_id: session.client_id,
  user_id: session.user_id,
  status: statusAt(session, now),
  last_active_organization_id: null,
  actor: session.actor === null ? null : JSON.parse(session.actor),
  latest_activity: presentActivity(session),
  last_active_at: session.last_active_at,
  expire_at: session.expire_at,
  abandon_at: session.abandon_at,
  tasks: presentTasks(session),
  created_at: session.created_at,
  updated_at: session.updated_at,
})

const presentFacts = (session: SessionRow, now: number) => ({
  object: 'session' as const,
  id: session.id,
  status: statusAt(session, now),
  expire_at: session.expire_at,
  abandon_at: session.abandon_at,
  last_active_at: session.last_active_at,
  last_active_organization_id: null,
  actor: session.actor === null ? null : JSON.parse(session.actor),
  factor_verification_age: factorAges(session, now),
  tasks: presentTasks(session),
  created_at: session.created_at,
  updated_at: session.updated_at,
})

const presentTasks = (session: SessionRow) =>
  session.status === 'pending' ? tasksOfSession(session).map((key) => ({ key })) : null

const presentActivity = (session: SessionRow): SessionActivityJSON => ({
  object: 'session_activity',
  id: session.activity_id,
  device_type: session.device_type,
  is_mobile: session.is_mobile === 1,
  browser_name: session.browser_name,
  browser_version: session.browser_version,
  ip_address: session.ip_address,
  city: session.city,
  country: session.country,
  is_new_place: session.is_new_place === 1,
})
