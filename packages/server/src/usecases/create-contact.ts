import { ApiError } from '../api-error.ts'
import type { ContactKind, ContactRow } from '../database/schema/contacts.ts'
import { DuplicateError, inTransaction, mapDuplicate } from '../database/transaction.ts'
import type { Deps } from '../deps.ts'
import { contacts } from '../identifiers/contact.ts'
import { insertContact, isContactClaimed, listContacts } from '../stores/contact-store.ts'
import { updateUser } from '../stores/user-store.ts'
import { announceUser } from './announce-user.ts'
import type { Caller } from './caller.ts'
import { newContact } from './new-contact.ts'
import { isWelcome, notAllowed } from './refuse-unwelcome.ts'
import { writeAudit } from './write-audit.ts'

export type CreateContactInput = { kind: ContactKind; caller: Caller; value: string }

/** Adds an unverified address or phone number to the account; it blocks nobody else until it is verified. */
export async function createContact(
  deps: Deps,
  { kind, caller, value }: CreateContactInput,
): Promise<ContactRow> {
  const userId = caller.session.user_id
  const paramName = kind
  const normal = readValue(deps, kind, value)
  const own = await listContacts(deps.db, [userId])
  if (own.some((row) => row.value_norm === normal)) throw new ApiError('identification_exists', { paramName })
  if (!deps.settings.enumerationProtection && (await isContactClaimed(deps.db, normal)))
    throw new ApiError('form_identifier_exists', { paramName })
  if (!(await isWelcome(deps, deps.db, { kind, norm: normal }))) throw notAllowed(kind)
  // Later than the one before even within a millisecond, because lists keep the order of adding.
  const createdAt = Math.max(deps.clock.now(), ...own.map((other) => other.created_at + 1))
  const row = newContact(deps, { kind, userId, value, norm: normal, status: 'unverified', createdAt })
  const added = await refuseSecond(kind, () => insert(deps, caller, row))
  announceUser(deps, userId, 'user.updated')
  return added
}

function readValue({ settings }: Deps, kind: ContactKind, value: string): string {
  const paramName = kind
  if (!contacts[kind].settings(settings).enabled) throw new ApiError('form_param_unknown', { paramName })
  if (value.trim() === '') throw new ApiError('form_param_nil', { paramName })
  const normal = contacts[kind].normalize(value, settings)
  if (normal !== null) return normal
  throw new ApiError('form_param_format_invalid', { paramName, longMessage: contacts[kind].form })
}

const insert = (deps: Deps, caller: Caller, row: ContactRow): Promise<ContactRow> =>
  inTransaction(deps.db, async (trx) => {
    const { kind, user_id: userId } = row
    await updateUser(trx, userId, { updated_at: deps.clock.now() })
    await writeAudit(deps, trx, { event: `${kind}_added`, userId, caller })
    return insertContact(trx, row)
  })

// A second submit of the same form may pass the check above before the first one is written.
async function refuseSecond<Result>(paramName: ContactKind, write: () => Promise<Result>): Promise<Result> {
  try {
    return await mapDuplicate(write)
  } catch (error) {
    if (error instanceof DuplicateError) throw new ApiError('identification_exists', { paramName })
    throw error
  }
}
