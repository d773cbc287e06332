import { ApiError } from '../api-error.ts'
import { checkCode, type Proof } from '../codes/check-code.ts'
import type { ContactKind } from '../database/schema/contacts.ts'
import { inTransaction } from '../database/transaction.ts'
import type { Deps } from '../deps.ts'
import { contacts } from '../identifiers/contact.ts'
import { deleteUnclaimedContacts, findContact, updateContact } from '../stores/contact-store.ts'
import { updateUser } from '../stores/user-store.ts'
import { announceUser } from './announce-user.ts'
import type { Caller } from './caller.ts'
import { type ContactView, readContact } from './read-contact.ts'
import { refuseTaken } from './refuse-taken.ts'
import { writeAudit } from './write-audit.ts'

export type AttemptContactInput = { kind: ContactKind; caller: Caller; id: string; code: string }

/** Verifies an address or number with its code; it becomes the primary one when no verified one is. */
export async function attemptContactVerification(
  deps: Deps,
  { kind, caller, id, code }: AttemptContactInput,
): Promise<ContactView> {
  const userId = caller.session.user_id
  const { contact } = await readContact(deps, { kind, userId, id })
  if (contact.verified_at !== null) throw new ApiError('verification_already_verified')
  const owner = { owner: kind, ownerId: id, strategy: contacts[kind].strategy }
  const proof = await checkCode(deps, { ...owner, code, addressNorm: contact.value_norm })
  await refuseTaken(kind, () => verify(deps, kind, caller, id, proof))
  announceUser(deps, userId, 'user.updated')
  return readContact(deps, { kind, userId, id })
}

const verify = (deps: Deps, kind: ContactKind, caller: Caller, id: string, proof: Proof): Promise<void> =>
  inTransaction(deps.db, async (trx) => {
    const now = deps.clock.now()
    const userId = caller.session.user_id
    const user = await updateUser(trx, userId, { updated_at: now })
    await proof.consume(trx)
    const verified = await updateContact(trx, id, {
      verified_at: now,
      verification_strategy: contacts[kind].strategy,
      verified_at_client: caller.client.id,
      claimed: 1,
      updated_at: now,
    })
    if (!user || !verified) throw new ApiError('resource_not_found')
    await deleteUnclaimedContacts(trx, verified.value_norm, userId)
    const { primaryColumn } = contacts[kind]
    const primary = await findContact(trx, kind, user[primaryColumn] ?? '', userId)
    if (primary?.verified_at == null) await updateUser(trx, userId, { [primaryColumn]: id })
    await writeAudit(deps, trx, { event: `${kind}_verified`, userId, caller })
  })
