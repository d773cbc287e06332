import { ApiError } from '../api-error.ts'
import type { Deps } from '../deps.ts'
import { loadUserView, type UserView } from './client-view.ts'

/** A user with addresses; 404 when there is none with this id. */
export async function readUser(deps: Deps, id: string): Promise<UserView> {
  const view = await loadUserView(deps, id)
  if (!view) throw new ApiError('resource_not_found', { longMessage: 'There is no user with this id.' })
  return view
}
