import { ApiError } from '../api-error.ts'
import { inTransaction } from '../database/transaction.ts'
import type { Deps } from '../deps.ts'
import { closeSignInsOfUser } from '../stores/sign-in-store.ts'
import { updateUser } from '../stores/user-store.ts'
import { announceUser } from './announce-user.ts'
import type { UserView } from './client-view.ts'
import { readUser } from './read-user.ts'
import { settleTasks } from './session-tasks.ts'
import { signOutEverywhere } from './sign-out-everywhere.ts'
import { writeAudit } from './write-audit.ts'

/**
 * Calls the password of a user compromised, so that a reset comes before the next sign-in with it, and sessions that go
 * on wait for a new one; or takes that back.
 */
export async function markPassword(
  deps: Deps,
  { id, isCompromised, signOut }: { id: string; isCompromised: boolean; signOut: boolean },
): Promise<UserView> {
  const { user } = await readUser(deps, id)
  if (user.password_digest === null) throw new ApiError('no_password_set')
  await inTransaction(deps.db, async (trx) => {
    const now = deps.clock.now()
    const marked = { password_compromised_at: isCompromised ? now : null, updated_at: now }
    if (!(await updateUser(trx, id, marked))) throw new ApiError('resource_not_found')
    if (isCompromised) await closeSignInsOfUser(trx, id)
    if (signOut) await signOutEverywhere(deps, trx, id)
    await settleTasks(deps, trx, id)
    const event = isCompromised ? 'password_compromised' : 'password_uncompromised'
    await writeAudit(deps, trx, { event, userId: id })
  })
  announceUser(deps, id, 'user.updated', 'sessions.changed')
  return readUser(deps, id)
}
