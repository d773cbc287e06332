import type { EmailAddressJSON } from '@usher/protocol'
import type { ContactRow } from '../../database/schema/contacts.ts'
import type { VerificationRow } from '../../database/schema/verifications.ts'
import { presentContactVerification } from './verification.ts'

/** An address of a user, and how far its verification has come. */
export function presentEmailAddress(
  row: ContactRow,
  verifications: VerificationRow[],
  now: number,
): EmailAddressJSON {
  return {
    object: 'email_address',
    id: row.id,
    email_address: row.value,
    reserved: row.claimed === 1 && row.verified_at === null,
    verification: presentContactVerification(row, verifications, now),
    linked_to: [],
    matches_sso_connection: false,
    created_at: row.created_at,
    updated_at: row.updated_at,
  }
}
