import type { SessionVerificationJSON, VerificationLevel } from '@usher/protocol'
import { ApiError } from '../api-error.ts'
import type { ClientRow } from '../database/schema/clients.ts'
import type { SessionRow } from '../database/schema/sessions.ts'
import type { VerificationRow } from '../database/schema/verifications.ts'
import type { Deps } from '../deps.ts'
import { needsSecondFactor } from '../second-factors/second-factors.ts'
import { updateSession } from '../stores/session-store.ts'
import { listVerifications } from '../stores/verification-store.ts'
import type { UserView } from './client-view.ts'
import { activeSession } from './read-client-session.ts'
import { readUser } from './read-user.ts'
import { refuseClosedOn } from './refuse-closed.ts'

/** How far somebody who is signed in has come in proving once more who they are. */
export type SessionVerification = {
  session: SessionRow
  account: UserView
  level: VerificationLevel
  status: SessionVerificationJSON['status']
  startedAt: number
  /** The codes under way. */
  codes: { first: VerificationRow | undefined; second: VerificationRow | undefined }
}

export type SessionOfClient = { client: ClientRow; id: string }

/** Asks the person behind a session of this browser to prove once more who they are. */
export async function startVerification(
  deps: Deps,
  { client, id, level }: SessionOfClient & { level: VerificationLevel },
): Promise<SessionVerification> {
  refuseActor(await activeSession(deps, client, id))
  await updateSession(deps.db, id, { verify_level: level, verify_started_at: deps.clock.now() })
  return readVerification(deps, { client, id })
}

// Whoever acts as a user would have codes sent to that person, and has nothing else to prove.
function refuseActor({ actor }: SessionRow): void {
  if (actor === null) return
  throw new ApiError('action_blocked', {
    longMessage: 'Whoever acts as somebody else cannot prove to be that person.',
  })
}

/** What was asked for last, as it stands now. Throws `verification_missing` when nothing was. */
export async function readVerification(
  deps: Deps,
  { client, id }: SessionOfClient,
): Promise<SessionVerification> {
  const session = await activeSession(deps, client, id)
  const { verify_level: asked, verify_started_at: startedAt } = session
  if (asked === null || startedAt === null)
    throw new ApiError('verification_missing', {
      longMessage: 'Nobody was asked to prove who they are. Start the verification first.',
    })
  const account = await readUser(deps, session.user_id)
  await refuseClosedOn(deps, deps.db, client, account.user)
  const level = needsSecondFactor(deps.settings, account) ? asked : 'first_factor'
  const [first] = await listVerifications(deps.db, 'session', [id])
  const [second] = await listVerifications(deps.db, 'second_factor', [id])
  const status = statusOf(deps, session, level, startedAt)
  return { session, account, level, status, startedAt, codes: { first, second } }
}

/** Whether something was proved so lately that it still counts (S37). */
export const isFresh = ({ clock, settings }: Deps, at: number | null): boolean =>
  at !== null && at > clock.now() - settings.reverification.maxAge

function statusOf(
  deps: Deps,
  session: SessionRow,
  level: VerificationLevel,
  startedAt: number,
): SessionVerification['status'] {
  const isProved = (at: number | null) => at !== null && at >= startedAt && isFresh(deps, at)
  if (!isProved(session.first_factor_at)) return 'needs_first_factor'
  if (level !== 'first_factor' && !isProved(session.second_factor_at)) return 'needs_second_factor'
  return 'complete'
}
