import type { DeletedObjectJSON, EmailAddressJSON } from '@usher/protocol'
import type { Api } from '../api.ts'
import { camelize } from '../transport/camelize.ts'
import { memo } from './memo.ts'
import { toVerification, type VerificationResource } from './verification.ts'

/** An email address of the user. */
export type EmailAddressResource = {
  id: string
  emailAddress: string
  verification: VerificationResource
  linkedTo: { id: string; type: string }[]
  matchesSsoConnection: boolean
  createdAt: Date
  updatedAt: Date
  /** Sends a code. `POST /v1/me/email_addresses/{id}/prepare_verification` */
  prepareVerification(params: { strategy: 'email_code' }): Promise<EmailAddressResource>
  /** Checks the code. `POST /v1/me/email_addresses/{id}/attempt_verification` */
  attemptVerification(params: { code: string }): Promise<EmailAddressResource>
  reload(): Promise<EmailAddressResource>
  /** Takes the address off the account. `DELETE /v1/me/email_addresses/{id}` */
  destroy(): Promise<void>
  toString(): string
}

export const toEmailAddress = memo((json: EmailAddressJSON, api: Api): EmailAddressResource => {
  const path = `/me/email_addresses/${json.id}`
  const post = async (action: string, fields: object) =>
    toEmailAddress(
      await api.transport.call<EmailAddressJSON>(`${path}/${action}`, {
        method: 'POST',
        fields: { ...fields },
      }),
      api,
    )
  return {
    ...camelize(json),
    verification: toVerification(json.verification, api),
    prepareVerification: (params) => post('prepare_verification', params),
    attemptVerification: (params) => post('attempt_verification', params),
    reload: async () => toEmailAddress(await api.transport.call<EmailAddressJSON>(path), api),
    destroy: async () => {
      await api.transport.call<DeletedObjectJSON>(path, { method: 'DELETE' })
    },
    toString: () => json.email_address,
  }
})
