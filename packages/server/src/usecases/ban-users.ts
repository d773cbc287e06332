import { ApiError } from '../api-error.ts'
import { type Connection, inTransaction } from '../database/transaction.ts'
import type { Deps } from '../deps.ts'
import { closeSignInsOfUser } from '../stores/sign-in-store.ts'
import { updateUser } from '../stores/user-store.ts'
import { announceUser } from './announce-user.ts'
import type { UserView } from './client-view.ts'
import { readUser } from './read-user.ts'
import { signOutEverywhere } from './sign-out-everywhere.ts'
import { writeAudit } from './write-audit.ts'

/** Closes accounts, which signs them out everywhere (S56), or opens them again; all of the given users or none. */
export async function banUsers(
  deps: Deps,
  { ids, isBanned }: { ids: string[]; isBanned: boolean },
): Promise<UserView[]> {
  const own = [...new Set(ids)]
  await inTransaction(deps.db, async (trx) => {
    for (const id of own) await setBanned(deps, trx, id, isBanned)
  })
  for (const id of own)
    announceUser(deps, id, 'user.updated', ...(isBanned ? ['sessions.changed' as const] : []))
  return Promise.all(own.map((id) => readUser(deps, id)))
}

async function setBanned(deps: Deps, trx: Connection, id: string, isBanned: boolean): Promise<void> {
  const now = deps.clock.now()
  if (!(await updateUser(trx, id, { banned: isBanned ? 1 : 0, updated_at: now })))
    throw new ApiError('resource_not_found', { longMessage: `There is no user with the id ${id}.` })
  if (isBanned) {
    await signOutEverywhere(deps, trx, id)
    await closeSignInsOfUser(trx, id)
  }
  await writeAudit(deps, trx, { event: isBanned ? 'user_banned' : 'user_unbanned', userId: id })
}
