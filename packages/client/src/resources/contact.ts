import type { VerificationJSON } from '@usher/protocol'
import type { Api } from '../api.ts'
import { camelize } from '../transport/camelize.ts'
import { toVerification } from './verification.ts'

type ContactJSON = {
  id: string
  verification: VerificationJSON | null
  created_at: number
  updated_at: number
}

/** What an address and a phone number have in common: their facts, and what can be done about them. */
export function contactOf<Json extends ContactJSON, Resource>(
  json: Json,
  api: Api,
  path: string,
  toResource: (json: Json, api: Api) => Resource,
) {
  const call = async (action: string, fields?: object) =>
    toResource(
      await api.transport.call<Json>(
        `${path}/${json.id}${action}`,
        fields && { method: 'POST', fields: { ...fields } },
      ),
      api,
    )
  return {
    ...camelize(json),
    verification: toVerification(json.verification, api),
    prepareVerification: (params: object) => call('/prepare_verification', params),
    attemptVerification: (params: { code: string }) => call('/attempt_verification', params),
    reload: () => call(''),
    destroy: async () => {
      await api.transport.call(`${path}/${json.id}`, { method: 'DELETE' })
    },
  }
}
