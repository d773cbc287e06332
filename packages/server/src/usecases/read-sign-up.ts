import { ApiError } from '../api-error.ts'
import type { ClientRow } from '../database/schema/clients.ts'
import type { Deps } from '../deps.ts'
import { loadSignUpView, type SignUpView } from './client-view.ts'

/** A sign-up of this browser, whatever became of it. */
export async function readSignUp(deps: Deps, client: ClientRow | null, id: string): Promise<SignUpView> {
  const view = client ? await loadSignUpView(deps, id, client.id) : null
  if (!view)
    throw new ApiError('resource_not_found', { longMessage: 'There is no such sign-up on this browser.' })
  return view
}
