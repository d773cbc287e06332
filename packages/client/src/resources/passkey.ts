import type { PasskeyJSON } from '@usher/protocol'
import type { Api } from '../api.ts'
import { camelize } from '../transport/camelize.ts'
import { memo } from './memo.ts'
import { toVerification, type VerificationResource } from './verification.ts'

/** A passkey of the user. */
export type PasskeyResource = {
  id: string
  name: string
  /** Whether a cloud keeps a copy, so that it outlives the device; ours, beside Clerk's names. */
  backedUp: boolean
  verification: VerificationResource
  lastUsedAt: Date | null
  createdAt: Date
  updatedAt: Date
  /** Gives it another name. `PATCH /v1/me/passkeys/{id}` */
  update(params: { name: string }): Promise<PasskeyResource>
  /** Takes it off the account. `DELETE /v1/me/passkeys/{id}` */
  delete(): Promise<DeletedPasskey>
}

/** What making and using passkeys takes, once somebody does. */
export const loadPasskeyUse = () => import('../passkeys/use-passkey.ts')

export type DeletedPasskey = { object: string; id: string; deleted: boolean }

export const toPasskey = memo((json: PasskeyJSON, api: Api): PasskeyResource => {
  const path = `/me/passkeys/${json.id}`
  return {
    ...camelize(json),
    verification: toVerification(json.verification, api),
    update: async (fields) =>
      toPasskey(await api.transport.call<PasskeyJSON>(path, { method: 'PATCH', fields }), api),
    delete: () => api.transport.call<DeletedPasskey>(path, { method: 'DELETE' }),
  }
})
