import { ApiError } from '../api-error.ts'
import { sendProof, type WantedLink } from '../codes/send-proof.ts'
import type { ContactKind } from '../database/schema/contacts.ts'
import type { Deps } from '../deps.ts'
import { isContactClaimed } from '../stores/contact-store.ts'
import { type ContactView, readContact } from './read-contact.ts'
import { kindVerifiedBy } from './sign-up-requirements.ts'

export type PrepareContactInput = {
  kind: ContactKind
  userId: string
  id: string
  strategy: string
  link?: WantedLink | undefined
}

/** Sends the code or the link that verifies an address or number of the account. */
export async function prepareContactVerification(
  deps: Deps,
  { kind, userId, id, strategy, link }: PrepareContactInput,
): Promise<ContactView> {
  const { contact } = await readContact(deps, { kind, userId, id })
  if (kindVerifiedBy(deps.settings, strategy) !== kind)
    throw new ApiError('form_param_value_invalid', { paramName: 'strategy' })
  if (contact.verified_at !== null) throw new ApiError('verification_already_verified')
  const isTaken = contact.claimed === 0 && (await isContactClaimed(deps.db, contact.value_norm))
  if (isTaken && !deps.settings.enumerationProtection)
    throw new ApiError('form_identifier_exists', { paramName: kind })
  await sendProof(deps, {
    owner: kind,
    ownerId: id,
    strategy,
    purpose: 'contact',
    kind,
    addressNorm: contact.value_norm,
    addressId: id,
    content: isTaken ? 'account_exists' : 'code',
    link,
  })
  return readContact(deps, { kind, userId, id })
}
