import { ApiError } from '../api-error.ts'
import { sendCode } from '../codes/send-code.ts'
import type { ContactKind } from '../database/schema/contacts.ts'
import type { Deps } from '../deps.ts'
import { contacts } from '../identifiers/contact.ts'
import { isContactClaimed } from '../stores/contact-store.ts'
import { type ContactView, readContact } from './read-contact.ts'

export type PrepareContactInput = { kind: ContactKind; userId: string; id: string; strategy: string }

/** Sends the code that verifies an address or number of the account. */
export async function prepareContactVerification(
  deps: Deps,
  { kind, userId, id, strategy }: PrepareContactInput,
): Promise<ContactView> {
  const { contact } = await readContact(deps, { kind, userId, id })
  if (strategy !== contacts[kind].strategy)
    throw new ApiError('form_param_value_invalid', { paramName: 'strategy' })
  if (contact.verified_at !== null) throw new ApiError('verification_already_verified')
  const isTaken = contact.claimed === 0 && (await isContactClaimed(deps.db, contact.value_norm))
  if (isTaken && !deps.settings.enumerationProtection)
    throw new ApiError('form_identifier_exists', { paramName: kind })
  await sendCode(deps, {
    owner: kind,
    ownerId: id,
    strategy,
    purpose: 'contact',
    kind,
    addressNorm: contact.value_norm,
    addressId: id,
    content: isTaken ? 'account_exists' : 'code',
  })
  return readContact(deps, { kind, userId, id })
}
