import type { CreateUserFields } from '@usher/protocol'
import type { Insertable } from 'kysely'
import { ApiError } from '../api-error.ts'
import type { ContactKind } from '../database/schema/contacts.ts'
import type { UserTable } from '../database/schema/users.ts'
import { type Connection, inTransaction } from '../database/transaction.ts'
import type { Deps } from '../deps.ts'
import { contacts } from '../identifiers/contact.ts'
import { loadPhoneNumbers } from '../identifiers/phone-number.ts'
import { deleteUnclaimedContacts, insertContact } from '../stores/contact-store.ts'
import { insertUser } from '../stores/user-store.ts'
import { createId } from '../tokens/id.ts'
import type { UserView } from './client-view.ts'
import { readSecondFactors, writeSecondFactors } from './import-second-factors.ts'
import { type ContactStatus, newContact } from './new-contact.ts'
import { readUser } from './read-user.ts'
import { readUserFields, readUserPassword, writeUnique } from './read-user-fields.ts'
import { writeAudit } from './write-audit.ts'

type Contact = { kind: ContactKind; value: string; norm: string; status: ContactStatus }

/** Makes a user for a backend. Addresses and numbers are verified unless it says otherwise; the first of each is primary. */
export async function createUser(deps: Deps, fields: CreateUserFields): Promise<UserView> {
  const values = await readUserFields(deps, fields)
  if (fields.phone_number) await loadPhoneNumbers()
  const given = [
    ...readContacts(deps, 'email_address', fields),
    ...readContacts(deps, 'phone_number', fields),
  ]
  refuseMissing(deps, fields, given, values.username_norm ?? null)
  const digest = await readUserPassword(deps, fields, [
    values.first_name,
    values.last_name,
    values.username,
    ...given.map(({ value }) => value),
  ])
  const id = createId(deps.random, 'user')
  const factors = await readSecondFactors(deps, id, fields)
  const unique = {
    userId: null,
    contacts: given,
    usernameNorm: values.username_norm,
    externalId: values.external_id,
  }
  const closed = {
    banned: fields.banned ? 1 : 0,
    locked_until: fields.locked ? deps.clock.now() + deps.settings.lockDuration : null,
  }
  const row = { ...emptyUser(deps), ...values, ...closed, id, ...password(deps, digest) }
  await writeUnique(deps, unique, () =>
    inTransaction(deps.db, async (trx) => {
      await insert(deps, trx, row, given)
      await writeSecondFactors(deps, trx, id, factors)
    }),
  )
  return readUser(deps, id)
}

async function insert(deps: Deps, trx: Connection, row: Insertable<UserTable>, given: Contact[]) {
  const now = deps.clock.now()
  // One millisecond apart, so that lists keep the order in which they were given.
  const rows = given.map((contact, index) =>
    newContact(deps, { ...contact, userId: row.id, createdAt: now + index }),
  )
  const first = (kind: ContactKind) => rows.find((contact) => contact.kind === kind)?.id ?? null
  await insertUser(trx, {
    ...row,
    primary_email_address_id: first('email_address'),
    primary_phone_number_id: first('phone_number'),
  })
  for (const contact of rows) {
    await insertContact(trx, contact)
    await deleteUnclaimedContacts(trx, contact.value_norm, row.id)
  }
  await writeAudit(deps, trx, { event: 'user_created', userId: row.id })
}

function readContacts({ settings }: Deps, kind: ContactKind, fields: CreateUserFields): Contact[] {
  const values = fields[kind] ?? []
  const statuses = fields[`${kind}_identification_status`] ?? []
  if (statuses.length > 0 && statuses.length !== values.length)
    throw new ApiError('form_param_value_invalid', {
      paramName: `${kind}_identification_status`,
      longMessage: `Give one status for each ${kind}, in the same order.`,
    })
  const given = values.map((value, index) => {
    const norm = contacts[kind].normalize(value, settings)
    if (norm !== null) return { kind, value, norm, status: statuses[index] ?? 'verified' }
    throw new ApiError('form_param_format_invalid', { paramName: kind, longMessage: contacts[kind].form })
  })
  if (new Set(given.map(({ norm }) => norm)).size < given.length)
    throw new ApiError('form_param_duplicate', { paramName: kind })
  return given
}

function refuseMissing(
  { settings }: Deps,
  fields: CreateUserFields,
  given: Contact[],
  username: string | null,
) {
  const { skip_user_requirement: isFree } = fields
  const hasSome = (kind: ContactKind) => given.some((contact) => contact.kind === kind)
  if (!isFree && settings.username.enabled && settings.username.required && username === null)
    throw new ApiError('form_param_missing', { paramName: 'username' })
  const { emailAddress, phoneNumber } = settings
  if (!isFree && phoneNumber.enabled && phoneNumber.required && !hasSome('phone_number'))
    throw new ApiError('form_param_missing', { paramName: 'phone_number' })
  const needsAddress = (emailAddress.required && !isFree) || (username === null && given.length === 0)
  if (needsAddress && !hasSome('email_address'))
    throw new ApiError('form_param_missing', { paramName: 'email_address' })
  const { enabled, required } = settings.password
  const hasPassword = (fields.password ?? fields.password_digest ?? fields.password_hasher) != null
  if (enabled && required && !hasPassword && !fields.skip_password_requirement)
    throw new ApiError('form_param_missing', { paramName: 'password' })
}

const password = ({ clock }: Deps, digest: string | null) => ({
  password_digest: digest,
  password_updated_at: digest === null ? null : clock.now(),
})

function emptyUser({ clock }: Deps) {
  const now = clock.now()
  return {
    external_id: null,
    username: null,
    username_norm: null,
    first_name: null,
    last_name: null,
    locale: null,
    primary_email_address_id: null,
    primary_phone_number_id: null,
    public_metadata: '{}',
    private_metadata: '{}',
    unsafe_metadata: '{}',
    delete_self_enabled: 1,
    legal_accepted_at: null,
    last_sign_in_at: null,
    last_active_at: null,
    created_at: now,
    updated_at: now,
  }
}
