import { ApiError } from '../api-error.ts'
import type { ContactKind } from '../database/schema/contacts.ts'
import type { Connection } from '../database/transaction.ts'
import type { Deps } from '../deps.ts'
import { contacts } from '../identifiers/contact.ts'
import { findContact } from '../stores/contact-store.ts'
import { updateUser } from '../stores/user-store.ts'

/**
 * Makes a verified address or number of a user the primary one of its kind. The caller has written the user's row in
 * this transaction before, so that nobody removes it at the same moment.
 */
export async function choosePrimaryContact(
  deps: Deps,
  trx: Connection,
  { kind, userId, id, paramName }: { kind: ContactKind; userId: string; id: string; paramName?: string },
): Promise<void> {
  const { primaryColumn } = contacts[kind]
  const contact = await findContact(trx, kind, id, userId)
  const blame = { paramName: paramName ?? primaryColumn }
  if (!contact) throw new ApiError('resource_not_found', blame)
  if (contact.verified_at === null)
    throw new ApiError('form_param_value_invalid', {
      ...blame,
      longMessage: 'What is not verified yet cannot be primary. Verify it first.',
    })
  await updateUser(trx, userId, { [primaryColumn]: id, updated_at: deps.clock.now() })
}
