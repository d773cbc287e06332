import type { PhoneNumberJSON } from '@usher/protocol'
import type { ContactRow } from '../../database/schema/contacts.ts'
import type { VerificationRow } from '../../database/schema/verifications.ts'
import { presentContactVerification } from './verification.ts'

/** A phone number of a user, and how far its verification has come. */
export const presentPhoneNumber = (
  row: ContactRow,
  verifications: VerificationRow[],
  now: number,
): PhoneNumberJSON => ({
  object: 'phone_number',
  id: row.id,
  phone_number: row.value,
  reserved_for_second_factor: row.reserved_for_second_factor === 1,
  default_second_factor: row.default_second_factor === 1,
  reserved: row.claimed === 1 && row.verified_at === null,
  verification: presentContactVerification(row, verifications, now),
  linked_to: [],
  backup_codes: null,
  created_at: row.created_at,
  updated_at: row.updated_at,
})
