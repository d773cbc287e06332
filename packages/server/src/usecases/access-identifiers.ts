import { ApiError } from '../api-error.ts'
import type { AccessIdentifierRow, AccessList } from '../database/schema/access-identifiers.ts'
import type { ContactKind } from '../database/schema/contacts.ts'
import { DuplicateError, inTransaction, mapDuplicate } from '../database/transaction.ts'
import type { Deps } from '../deps.ts'
import { contacts } from '../identifiers/contact.ts'
import { loadPhoneNumbers } from '../identifiers/phone-number.ts'
import {
  countAccessIdentifiers,
  deleteAccessIdentifier,
  insertAccessIdentifier,
  listAccessIdentifiers as list,
} from '../stores/access-identifier-store.ts'
import { createId } from '../tokens/id.ts'
import { readInvitation, sendInvitations, writeInvitation } from './create-invitations.ts'
import { writeAudit } from './write-audit.ts'

const paramName = 'identifier'

export type AddAccessIdentifierInput = {
  list: AccessList
  /** An address, `*@` and a domain, or a number. */
  identifier: string
  /** Invites whoever has the address. */
  notifies?: boolean
}

/** Puts an address, a domain or a number on a list, for a backend. Throws `duplicate_record` when it is there. */
export async function addAccessIdentifier(
  deps: Deps,
  { list: name, identifier: given, notifies = false }: AddAccessIdentifierInput,
): Promise<AccessIdentifierRow> {
  const { kind, identifier } = await readIdentifier(deps, given)
  if (notifies && (kind !== 'email_address' || identifier.startsWith('*')))
    throw new ApiError('form_param_value_invalid', {
      paramName: 'notify',
      longMessage: 'An invitation goes to one address: neither to a domain nor to a number.',
    })
  const invited = notifies
    ? await readInvitation(deps, { email_address: given, ignore_existing: true })
    : null
  const now = deps.clock.now()
  const row = {
    id: createId(deps.random, name === 'allow' ? 'alid' : 'blid'),
    ...{ list: name, kind, identifier },
    invitation_id: invited?.invitation.id ?? null,
    created_at: now,
    updated_at: now,
  }
  const added = await refuseSecond(() =>
    inTransaction(deps.db, async (trx) => {
      if (invited) await writeInvitation(deps, trx, invited)
      await writeAudit(deps, trx, { event: `${name}list_added`, userId: null })
      return insertAccessIdentifier(trx, row)
    }),
  )
  if (invited) await sendInvitations(deps, [invited])
  return added
}

/** Takes something off a list. Throws `resource_not_found`. */
export const removeAccessIdentifier = (deps: Deps, name: AccessList, id: string): Promise<void> =>
  inTransaction(deps.db, async (trx) => {
    if (!(await deleteAccessIdentifier(trx, name, id))) throw new ApiError('resource_not_found')
    await writeAudit(deps, trx, { event: `${name}list_removed`, userId: null })
  })

/** What a list names, the newest first, and how much that is in all. */
export const listAccessIdentifiers = async (
  { db }: Deps,
  name: AccessList,
  page?: { limit: number; offset: number },
): Promise<{ rows: AccessIdentifierRow[]; total: number }> => ({
  rows: await list(db, name, page),
  total: await countAccessIdentifiers(db, name),
})

async function readIdentifier(
  { settings }: Deps,
  given: string,
): Promise<{ kind: ContactKind; identifier: string }> {
  const text = given.trim()
  if (text.includes('@')) {
    const isDomain = text.startsWith('*@')
    const norm = contacts.email_address.normalize(isDomain ? `x${text.slice(1)}` : text, settings)
    if (norm !== null) return { kind: 'email_address', identifier: isDomain ? `*${norm.slice(1)}` : norm }
  } else {
    await loadPhoneNumbers()
    const norm = contacts.phone_number.normalize(text, settings)
    if (norm !== null) return { kind: 'phone_number', identifier: norm }
  }
  throw new ApiError('form_param_format_invalid', {
    paramName,
    longMessage: 'Give an address, a domain such as *@example.com, or a number that begins with +.',
  })
}

async function refuseSecond<Result>(write: () => Promise<Result>): Promise<Result> {
  try {
    return await mapDuplicate(write)
  } catch (error) {
    if (error instanceof DuplicateError) throw new ApiError('duplicate_record', { paramName })
    throw error
  }
}
