import { ApiError } from '../api-error.ts'
import { checkCode, type Proof } from '../codes/check-code.ts'
import type { ContactKind, ContactRow } from '../database/schema/contacts.ts'
import { inTransaction } from '../database/transaction.ts'
import type { Deps } from '../deps.ts'
import { contacts } from '../identifiers/contact.ts'
import { updateUser } from '../stores/user-store.ts'
import { announceUser } from './announce-user.ts'
import type { Caller } from './caller.ts'
import { type ContactView, readContact } from './read-contact.ts'
import { readUser } from './read-user.ts'
import { refuseTaken } from './refuse-taken.ts'
import { sendNotice } from './send-notice.ts'
import { verifyContact } from './verify-contact.ts'

export type AttemptContactInput = { kind: ContactKind; caller: Caller; id: string; code: string }

/** Verifies an address or number with its code; it becomes the primary one when no verified one is. */
export async function attemptContactVerification(
  deps: Deps,
  { kind, caller, id, code }: AttemptContactInput,
): Promise<ContactView> {
  const userId = caller.session.user_id
  const before = await readUser(deps, userId)
  const { contact } = await readContact(deps, { kind, userId, id })
  if (contact.verified_at !== null) throw new ApiError('verification_already_verified')
  const owner = { owner: kind, ownerId: id, strategy: contacts[kind].strategy }
  const proof = await checkCode(deps, { ...owner, code, addressNorm: contact.value_norm })
  await refuseTaken(kind, () => verify(deps, { contact, caller, proof }))
  announceUser(deps, userId, 'user.updated')
  sendNotice(deps, { change: `${kind}_added`, before, device: caller.device })
  return readContact(deps, { kind, userId, id })
}

const verify = (
  deps: Deps,
  { contact, caller, proof }: { contact: ContactRow; caller: Caller; proof: Proof },
): Promise<void> =>
  inTransaction(deps.db, async (trx) => {
    const user = await updateUser(trx, contact.user_id, { updated_at: deps.clock.now() })
    await proof.consume(trx)
    if (!user) throw new ApiError('resource_not_found')
    await verifyContact(deps, trx, { user, contact, strategy: contacts[contact.kind].strategy, caller })
  })
