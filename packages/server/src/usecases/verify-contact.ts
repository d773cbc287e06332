import { ApiError } from '../api-error.ts'
import type { ContactRow } from '../database/schema/contacts.ts'
import type { UserRow } from '../database/schema/users.ts'
import type { Connection } from '../database/transaction.ts'
import type { Deps } from '../deps.ts'
import { contacts } from '../identifiers/contact.ts'
import { deleteUnclaimedContacts, findContact, updateContact } from '../stores/contact-store.ts'
import { updateUser } from '../stores/user-store.ts'
import type { Caller } from './caller.ts'
import { writeAudit } from './write-audit.ts'

export type VerifyContactInput = {
  /** As it is after the caller has written it in this transaction. */
  user: UserRow
  contact: ContactRow
  strategy: string
  /** Absent when a backend did it, or a link. */
  caller?: Caller
  /** Client that opened the link. */
  openedBy?: string | null
}

/**
 * Writes that an address or number is proved: it becomes the primary one when no verified one is, and others lose
 * what they hold of it unproved.
 */
export async function verifyContact(
  deps: Deps,
  trx: Connection,
  { user, contact, strategy, caller, openedBy = null }: VerifyContactInput,
): Promise<void> {
  const now = deps.clock.now()
  const { id, kind } = contact
  const verified = await updateContact(trx, id, {
    verified_at: now,
    verification_strategy: strategy,
    verified_at_client: caller?.client.id ?? openedBy,
    claimed: 1,
    updated_at: now,
  })
  if (!verified) throw new ApiError('resource_not_found')
  await deleteUnclaimedContacts(trx, contact.value_norm, user.id)
  const { primaryColumn } = contacts[kind]
  const primary = await findContact(trx, kind, user[primaryColumn] ?? '', user.id)
  if (primary?.verified_at == null) await updateUser(trx, user.id, { [primaryColumn]: id })
  await writeAudit(deps, trx, { event: `${kind}_verified`, userId: user.id, ...(caller ? { caller } : {}) })
}
