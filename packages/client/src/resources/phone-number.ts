import type { PhoneNumberJSON } from '@usher/protocol'
import type { Api } from '../api.ts'
import { contactOf } from './contact.ts'
import { memo } from './memo.ts'
import type { VerificationResource } from './verification.ts'

/** A phone number of the user. */
export type PhoneNumberResource = {
  id: string
  /** E.164 */
  phoneNumber: string
  verification: VerificationResource
  reservedForSecondFactor: boolean
  defaultSecondFactor: boolean
  linkedTo: { id: string; type: string }[]
  backupCodes: string[] | null
  createdAt: Date
  updatedAt: Date
  /** Sends a code by text message. `POST /v1/me/phone_numbers/{id}/prepare_verification` */
  prepareVerification(): Promise<PhoneNumberResource>
  /** Checks the code. `POST /v1/me/phone_numbers/{id}/attempt_verification` */
  attemptVerification(params: { code: string }): Promise<PhoneNumberResource>
  /** Has its codes asked for as a second factor, or no longer. `PATCH /v1/me/phone_numbers/{id}` */
  setReservedForSecondFactor(params: { reserved: boolean }): Promise<PhoneNumberResource>
  /** Has it asked before the other numbers. `PATCH /v1/me/phone_numbers/{id}` */
  makeDefaultSecondFactor(): Promise<PhoneNumberResource>
  reload(): Promise<PhoneNumberResource>
  /** Takes the number off the account. `DELETE /v1/me/phone_numbers/{id}` */
  destroy(): Promise<void>
  toString(): string
}

export const toPhoneNumber = memo((json: PhoneNumberJSON, api: Api): PhoneNumberResource => {
  const contact = contactOf(json, api, '/me/phone_numbers', toPhoneNumber)
  const patch = async (fields: Record<string, boolean>) =>
    toPhoneNumber(
      await api.transport.call<PhoneNumberJSON>(`/me/phone_numbers/${json.id}`, { method: 'PATCH', fields }),
      api,
    )
  return {
    ...contact,
    setReservedForSecondFactor: ({ reserved }) => patch({ reservedForSecondFactor: reserved }),
    makeDefaultSecondFactor: () => patch({ defaultSecondFactor: true }),
    prepareVerification: () => contact.prepareVerification({ strategy: 'phone_code' }),
    toString: () => json.phone_number,
  }
})
