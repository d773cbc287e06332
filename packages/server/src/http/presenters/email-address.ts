import type { EmailAddressJSON } from '@usher/protocol'
import type { EmailAddressRow } from '../../database/schema/email-addresses.ts'
import type { VerificationRow } from '../../database/schema/verifications.ts'
import { presentVerification } from './verification.ts'

/** An address of a user, and how far its verification has come. */
export function presentEmailAddress(
  row: EmailAddressRow,
  verifications: VerificationRow[],
  now: number,
): EmailAddressJSON {
  const code = verifications.find(({ owner_id }) => owner_id === row.id)
  const isOpen = row.verified_at === null && code === undefined
  return {
    object: 'email_address',
    id: row.id,
    email_address: row.value,
    reserved: false,
    verification: isOpen
      ? presentVerification(null, undefined, now)
      : presentVerification(provedBy(row), code, now),
    linked_to: [],
    matches_sso_connection: false,
    created_at: row.created_at,
    updated_at: row.updated_at,
  }
}

const provedBy = (row: EmailAddressRow) =>
  row.verified_at === null
    ? null
    : {
        at: row.verified_at,
        strategy: row.verification_strategy ?? 'admin',
        byClient: row.verified_at_client,
      }
