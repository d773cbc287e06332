import type { SessionTaskKey } from '@usher/protocol'
import { ApiError } from '../api-error.ts'
import type { SessionRow } from '../database/schema/sessions.ts'
import { listActiveSessionsOfClient } from '../stores/session-store.ts'
import type { Caller } from '../usecases/caller.ts'
import { requireReverification } from '../usecases/require-reverification.ts'
import { tasksOfSession } from '../usecases/session-tasks.ts'
import { actorsMayNot } from '../usecases/update-me.ts'
import type { AppContext } from './context.ts'

/**
 * The session that a request acts for: the one named by `_clerk_session_id`, else the last active one of this browser.
 * 401 when it is not a signed-in session of this browser; 403 when somebody acts as the user, or has something to do
 * before the session counts, and what is asked for is none of what such a person may do.
 */
export async function requireSession(c: AppContext): Promise<Caller> {
  const { client, deps, device } = c.var
  if (!client) throw new ApiError('signed_out')
  const sessions = await listActiveSessionsOfClient(deps.db, client.id, deps.clock.now())
  const wanted = c.req.query('_clerk_session_id')
  const session =
    wanted === undefined
      ? (sessions.find(({ id }) => id === client.last_active_session_id) ?? sessions.at(-1))
      : sessions.find(({ id }) => id === wanted)
  if (!session) throw new ApiError('authentication_invalid')
  if (session.actor !== null) refuseActor(c)
  if (session.status === 'pending') refusePending(c, session)
  return { client, session, device }
}

/**
 * The same for what nobody may do who has only found a browser open: 403 `session_reverification_required` unless the
 * person has lately proved who they are (S37).
 */
export async function requireFreshSession(c: AppContext): Promise<Caller> {
  const caller = await requireSession(c)
  await requireReverification(c.var.deps, caller)
  return caller
}

const openToActors = [
  'PATCH /v1/me',
  'PATCH /v1/me/metadata',
  'POST /v1/me/profile_image',
  'DELETE /v1/me/profile_image',
]

// What each task takes, and nothing else, so that a session which does not count yet is no way around what it waits for.
const openToTask: Record<SessionTaskKey, RegExp[]> = {
  'reset-password': [/^POST \/v1\/me\/change_password$/],
  'setup-mfa': [
    /^POST \/v1\/me\/totp(\/attempt_verification)?$/,
    /^POST \/v1\/me\/phone_numbers(\/[^/]+\/(prepare|attempt)_verification)?$/,
    /^PATCH \/v1\/me\/phone_numbers\/[^/]+$/,
  ],
}

function refusePending({ req: { method, path } }: AppContext, session: SessionRow): void {
  const [task] = tasksOfSession(session)
  const call = `${method} ${path}`
  if (call === 'GET /v1/me' || (task && openToTask[task].some((open) => open.test(call)))) return
  throw new ApiError('session_pending', { meta: { session_id: session.id } })
}

// What is not listed is refused, so that a way to sign in that is added later is closed from the start.
function refuseActor({ req: { method, path } }: AppContext): void {
  if (method === 'GET' || openToActors.includes(`${method} ${path}`)) return
  throw new ApiError('action_blocked', { longMessage: actorsMayNot })
}
