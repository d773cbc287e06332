import { ApiError } from '../api-error.ts'
import type { ClientRow } from '../database/schema/clients.ts'
import type { Deps } from '../deps.ts'
import { loadSignInView, type SignInView } from './client-view.ts'

/** A sign-in of this browser, whatever became of it. */
export async function readSignIn(deps: Deps, client: ClientRow | null, id: string): Promise<SignInView> {
  const view = client ? await loadSignInView(deps, id, client.id) : null
  if (!view)
    throw new ApiError('resource_not_found', { longMessage: 'There is no such sign-in on this browser.' })
  return view
}
