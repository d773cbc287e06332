import type { EmailAddressJSON } from '@usher/protocol'
import type { Api } from '../api.ts'
import { type EmailLinkFlow, emailLinkActions } from '../email-links/email-link-flow.ts'
import { contactOf } from './contact.ts'
import { memo } from './memo.ts'
import type { EmailAddressStrategy } from './sign-up.ts'
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
  /** Sends a code or a link. `POST /v1/me/email_addresses/{id}/prepare_verification` */
  prepareVerification(params: EmailAddressStrategy): Promise<EmailAddressResource>
  /** Checks the code. `POST /v1/me/email_addresses/{id}/attempt_verification` */
  attemptVerification(params: { code: string }): Promise<EmailAddressResource>
  /** Proves the address with a link; `redirectUrl` is the page of the app that it leads to. */
  createEmailLinkFlow(): EmailLinkFlow<{ redirectUrl: string }, EmailAddressResource>
  /** Resolves when the link that is under way was confirmed or is too old; ours, beside Clerk's names. */
  waitForEmailLink(signal?: AbortSignal): Promise<void>
  reload(): Promise<EmailAddressResource>
  /** Takes the address off the account. `DELETE /v1/me/email_addresses/{id}` */
  destroy(): Promise<void>
  toString(): string
}

export const toEmailAddress = memo((json: EmailAddressJSON, api: Api): EmailAddressResource => {
  const contact = contactOf(json, api, '/me/email_addresses', toEmailAddress)
  const { prepareVerification, reload } = contact
  return {
    ...contact,
    ...emailLinkActions(api, {
      path: `/me/email_addresses/${json.id}`,
      statusOf: ({ verification }: EmailAddressJSON) => verification?.status,
      prepare: (params: object) => prepareVerification({ strategy: 'email_link', ...params }),
      reload,
    }),
    toString: () => json.email_address,
  }
})
