import type { SessionTaskKey } from '@usher/protocol'
import type { SessionRow } from '../database/schema/sessions.ts'
import { type Connection, inTransaction } from '../database/transaction.ts'
import type { Deps } from '../deps.ts'
import { isPasswordCompromised } from '../passwords/is-password-compromised.ts'
import { needsSecondFactor } from '../second-factors/second-factors.ts'
import { listContacts } from '../stores/contact-store.ts'
import { listUsersToSettle, writeTasks } from '../stores/session-task-store.ts'
import { findUser } from '../stores/user-store.ts'

/** What is written of a session that waits for these tasks, or for none. */
export const withTasks = (keys: SessionTaskKey[]): Pick<SessionRow, 'status' | 'tasks'> =>
  keys.length > 0 ? { status: 'pending', tasks: JSON.stringify(keys) } : { status: 'active', tasks: null }

/** What the person behind a session has to do before it counts, the first first; nothing once it is active. */
export const tasksOfSession = ({ tasks }: SessionRow): SessionTaskKey[] =>
  tasks === null ? [] : JSON.parse(tasks)

/** What a user has to do before any session counts: whoever acts as that person has nothing of it to do. */
export async function tasksOfUser(
  { settings }: Deps,
  trx: Connection,
  userId: string,
): Promise<SessionTaskKey[]> {
  const user = await findUser(trx, userId)
  if (!user) return []
  const { password, secondFactors } = settings
  const isRequired = secondFactors.required === true
  const contacts = isRequired ? await listContacts(trx, [userId]) : []
  const mustReset = password.enabled && isPasswordCompromised(user)
  const mustSetUp = isRequired && !needsSecondFactor(settings, { user, contacts })
  return [...(mustReset ? (['reset-password'] as const) : []), ...(mustSetUp ? (['setup-mfa'] as const) : [])]
}

/** Brings the sessions of a user in line with what the user has to do; called after anything that this hangs on. */
export async function settleTasks(deps: Deps, trx: Connection, userId: string): Promise<void> {
  const next = withTasks(await tasksOfUser(deps, trx, userId))
  await writeTasks(trx, userId, next, deps.clock.now())
}

/** The same for everybody to whom the settings of the server may have brought or spared a task. */
export async function settleTasksOfAll(deps: Deps): Promise<void> {
  const userIds = await listUsersToSettle(deps.db, {
    isSecondFactorRequired: deps.settings.secondFactors.required === true,
    now: deps.clock.now(),
  })
  for (const userId of userIds) await inTransaction(deps.db, (trx) => settleTasks(deps, trx, userId))
}
