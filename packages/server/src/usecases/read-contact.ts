import { ApiError } from '../api-error.ts'
import type { ContactKind, ContactRow } from '../database/schema/contacts.ts'
import type { VerificationRow } from '../database/schema/verifications.ts'
import type { Deps } from '../deps.ts'
import { findAnyContact, findContact } from '../stores/contact-store.ts'
import { listVerifications } from '../stores/verification-store.ts'

export type ContactView = { contact: ContactRow; verifications: VerificationRow[] }

/** An address or number of whomever and the code under way for it, for a backend. */
export async function readAnyContact(deps: Deps, kind: ContactKind, id: string): Promise<ContactView> {
  const contact = await findAnyContact(deps.db, kind, id)
  if (!contact)
    throw new ApiError('resource_not_found', { longMessage: `There is no ${nouns[kind]} with this id.` })
  return { contact, verifications: await listVerifications(deps.db, kind, [id]) }
}

/** An address or number of a user and the code under way for it; 404 for an id of somebody else. */
export async function readContact(
  deps: Deps,
  { kind, userId, id }: { kind: ContactKind; userId: string; id: string },
): Promise<ContactView> {
  const contact = await findContact(deps.db, kind, id, userId)
  if (!contact)
    throw new ApiError('resource_not_found', { longMessage: `You have no ${nouns[kind]} with this id.` })
  return { contact, verifications: await listVerifications(deps.db, kind, [id]) }
}

const nouns = { email_address: 'address', phone_number: 'phone number' }
