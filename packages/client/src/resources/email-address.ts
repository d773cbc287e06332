import type { EmailAddressJSON } from '@usher/protocol'
import type { Api } from '../api.ts'
import { contactOf } from './contact.ts'
import { memo } from './memo.ts'
import type { VerificationResource } from './verification.ts'

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

export const toEmailAddress = memo(
  (json: EmailAddressJSON, api: Api): EmailAddressResource => ({
    ...contactOf(json, api, '/me/email_addresses', toEmailAddress),
    toString: () => json.email_address,
  }),
)
