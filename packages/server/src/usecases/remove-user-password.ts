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

/** Takes the password from a user for a backend, even when it is the only way in; who has none is left unchanged. */
export async function removeUserPassword(
  deps: Deps,
  { id, signOut }: { id: string; signOut: boolean },
): Promise<UserView> {
  const { user } = await readUser(deps, id)
  if (user.password_digest === null) return readUser(deps, id)
  await inTransaction(deps.db, async (trx) => {
    const removed = {
      password_digest: null,
      password_updated_at: null,
      password_compromised_at: null,
      updated_at: deps.clock.now(),
    }
    if (!(await updateUser(trx, id, removed))) throw new ApiError('resource_not_found')
    await closeSignInsOfUser(trx, id)
    await settleTasks(deps, trx, id)
    if (signOut) await signOutEverywhere(deps, trx, id)
    await writeAudit(deps, trx, { event: 'password_removed', userId: id })
  })
  announceUser(deps, id, 'user.updated', 'sessions.changed')
  return readUser(deps, id)
}
