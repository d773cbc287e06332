import { ApiError } from '../api-error.ts'
import type { EmailAddressRow } from '../database/schema/email-addresses.ts'
import type { VerificationRow } from '../database/schema/verifications.ts'
import type { Deps } from '../deps.ts'
import { findAnyEmailAddress, findEmailAddress } from '../stores/email-address-store.ts'
import { listVerifications } from '../stores/verification-store.ts'

export type EmailAddressView = { emailAddress: EmailAddressRow; verifications: VerificationRow[] }

/** An address of whomever and the code under way for it, for a backend. */
export async function readAnyEmailAddress(deps: Deps, id: string): Promise<EmailAddressView> {
  const emailAddress = await findAnyEmailAddress(deps.db, id)
  if (!emailAddress)
    throw new ApiError('resource_not_found', { longMessage: 'There is no address with this id.' })
  return { emailAddress, verifications: await listVerifications(deps.db, 'email_address', [id]) }
}

/** An address of a user and the code under way for it; 404 for an id of somebody else. */
export async function readEmailAddress(deps: Deps, userId: string, id: string): Promise<EmailAddressView> {
  const emailAddress = await findEmailAddress(deps.db, id, userId)
  if (!emailAddress)
    throw new ApiError('resource_not_found', { longMessage: 'You have no address with this id.' })
  return { emailAddress, verifications: await listVerifications(deps.db, 'email_address', [id]) }
}
