import type { Api } from '../api.ts'
import type { AttemptPath } from './authenticate.ts'
import type { AuthenticateParams } from './params.ts'

/** What can be done with an attempt at a provider. */
export const providerActions = (api: Api, at: AttemptPath, id: string | undefined) => ({
  async authenticateWithRedirect(params: AuthenticateParams) {
    await (await load()).authenticate(api, at, { id, params: { ...params, popup: null } })
  },
  async authenticateWithPopup(params: AuthenticateParams) {
    await (await load()).authenticateInPopup(api, at, { id, params })
  },
})

const load = () => import('./later.ts')
