import { ApiError } from '../api-error.ts'
import type { ClientRow } from '../database/schema/clients.ts'
import type { Deps } from '../deps.ts'
import { normalizeUsername } from '../identifiers/username.ts'
import { findUserByUsername } from '../stores/user-store.ts'
import { loadClientView } from './client-view.ts'

/** Whether nobody else has a username; one's own is free to keep. Throws what is wrong with it otherwise. */
export async function isUsernameAvailable(
  deps: Deps,
  username: string,
  client: ClientRow | null,
): Promise<boolean> {
  if (!deps.settings.username.enabled) throw new ApiError('resource_not_found')
  const owner = await findUserByUsername(deps.db, normalizeUsername(username))
  if (!owner) return true
  const view = client && (await loadClientView(deps, client))
  return view?.sessions.some(({ session }) => session.user_id === owner.id) ?? false
}
