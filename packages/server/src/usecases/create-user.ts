import type { CreateUserFields } from '@usher/protocol'
import type { Insertable } from 'kysely'
import { ApiError } from '../api-error.ts'
import type { UserTable } from '../database/schema/users.ts'
import { type Connection, inTransaction } from '../database/transaction.ts'
import type { Deps } from '../deps.ts'
import { normalizeEmailAddress } from '../identifiers/email-address.ts'
import { deleteUnclaimedEmailAddresses, insertEmailAddress } from '../stores/email-address-store.ts'
import { insertUser } from '../stores/user-store.ts'
import { createId } from '../tokens/id.ts'
import type { UserView } from './client-view.ts'
import { readUser } from './read-user.ts'
import { readUserFields, readUserPassword, writeUnique } from './read-user-fields.ts'
import { writeAudit } from './write-audit.ts'

type Address = { value: string; norm: string }

/** Makes a user for a backend. The addresses count as verified, and the first one is primary. */
export async function createUser(deps: Deps, fields: CreateUserFields): Promise<UserView> {
  const values = await readUserFields(deps, fields)
  const addresses = readAddresses(fields.email_address ?? [])
  refuseMissing(deps, fields, addresses, values.username_norm ?? null)
  const digest = await readUserPassword(deps, fields, [
    values.first_name,
    values.last_name,
    values.username,
    ...addresses.map(({ value }) => value),
  ])
  const id = createId(deps.random, 'user')
  const unique = {
    userId: null,
    addressNorms: addresses.map(({ norm }) => norm),
    usernameNorm: values.username_norm,
    externalId: values.external_id,
  }
  const banned = fields.banned ? 1 : 0
  const row = { ...emptyUser(deps), ...values, banned, id, ...password(deps, digest) }
  await writeUnique(deps, unique, () => inTransaction(deps.db, (trx) => insert(deps, trx, row, addresses)))
  return readUser(deps, id)
}

async function insert(deps: Deps, trx: Connection, row: Insertable<UserTable>, addresses: Address[]) {
  const now = deps.clock.now()
  const ids = addresses.map(() => createId(deps.random, 'idn'))
  await insertUser(trx, { ...row, primary_email_address_id: ids[0] ?? null })
  for (const [index, { value, norm }] of addresses.entries()) {
    await insertEmailAddress(trx, {
      id: ids[index] ?? '',
      user_id: row.id,
      value,
      value_norm: norm,
      verified_at: now,
      verification_strategy: 'admin',
      verified_at_client: null,
      claimed: 1,
      // One millisecond apart, so that lists keep the order in which they were given.
      created_at: now + index,
      updated_at: now,
    })
    await deleteUnclaimedEmailAddresses(trx, norm, row.id)
  }
  await writeAudit(deps, trx, { event: 'user_created', userId: row.id })
}

function readAddresses(values: string[]): Address[] {
  const paramName = 'email_address'
  const addresses = values.map((value) => {
    const norm = normalizeEmailAddress(value)
    if (norm !== null) return { value: value.trim(), norm }
    throw new ApiError('form_param_format_invalid', {
      paramName,
      longMessage: 'Each address must look like name@example.com.',
    })
  })
  if (new Set(addresses.map(({ norm }) => norm)).size < addresses.length)
    throw new ApiError('form_param_duplicate', { paramName })
  return addresses
}

function refuseMissing(
  { settings }: Deps,
  fields: CreateUserFields,
  addresses: Address[],
  username: string | null,
) {
  const needsAddress = settings.emailAddress.required || username === null
  if (settings.username.enabled && settings.username.required && username === null)
    throw new ApiError('form_param_missing', { paramName: 'username' })
  if (needsAddress && addresses.length === 0)
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
