import { type CreateUserFields, type UpdateUserFields, unsupportedUserFields } from '@usher/protocol'
import type { Updateable } from 'kysely'
import { ApiError } from '../api-error.ts'
import type { ContactKind } from '../database/schema/contacts.ts'
import type { UserTable } from '../database/schema/users.ts'
import { DuplicateError, mapDuplicate } from '../database/transaction.ts'
import type { Deps } from '../deps.ts'
import { normalizeUsername } from '../identifiers/username.ts'
import { type MetadataKind, readMetadata } from '../metadata/read-metadata.ts'
import { checkPassword, isTooLarge, normalizePassword } from '../passwords/check-password.ts'
import { storeForeignDigest } from '../passwords/foreign/foreign-digest.ts'
import { hashPassword } from '../passwords/hash-password.ts'
import { isContactClaimed } from '../stores/contact-store.ts'
import { isUserValueTaken } from '../stores/user-store.ts'

type Fields = CreateUserFields | UpdateUserFields

/** Turns what a backend sends of a user into columns; absent fields stay absent. Throws before anything is stored. */
export async function readUserFields(deps: Deps, fields: Fields): Promise<Updateable<UserTable>> {
  refuseUnsupported(fields)
  return {
    ...text('external_id', fields.external_id),
    ...text('first_name', fields.first_name),
    ...text('last_name', fields.last_name),
    ...text('locale', fields.locale),
    ...readUsername(fields.username),
    ...(await metadata(deps, 'public_metadata', fields.public_metadata)),
    ...(await metadata(deps, 'private_metadata', fields.private_metadata)),
    ...(await metadata(deps, 'unsafe_metadata', fields.unsafe_metadata)),
    ...(fields.delete_self_enabled == null
      ? {}
      : { delete_self_enabled: fields.delete_self_enabled ? 1 : 0 }),
    ...(fields.bypass_client_trust == null
      ? {}
      : { bypass_client_trust: fields.bypass_client_trust ? 1 : 0 }),
    ...(fields.create_organization_enabled == null
      ? {}
      : { create_organization_enabled: fields.create_organization_enabled ? 1 : 0 }),
    ...(fields.create_organizations_limit === undefined
      ? {}
      : { create_organizations_limit: fields.create_organizations_limit }),
    ...(fields.legal_accepted_at === undefined
      ? {}
      : { legal_accepted_at: readTime('legal_accepted_at', fields.legal_accepted_at) }),
    ...(fields.created_at == null ? {} : { created_at: readTime('created_at', fields.created_at) ?? 0 }),
  }
}

/**
 * Checks a password that a backend sets and hashes it; without checks only its size counts (S2). A digest that another
 * system made is taken as it is, once it can be read.
 */
export async function readUserPassword(
  deps: Deps,
  fields: Pick<Fields, 'password' | 'password_digest' | 'password_hasher' | 'skip_password_checks'>,
  personal: (string | null | undefined)[],
): Promise<string | null> {
  const foreign = readForeignDigest(fields)
  if (fields.password == null || foreign) return foreign
  const paramName = 'password'
  if (isTooLarge(fields.password)) throw new ApiError('form_password_size_in_bytes_exceeded', { paramName })
  const password = normalizePassword(fields.password)
  if (password === '') throw new ApiError('form_param_nil', { paramName })
  if (!fields.skip_password_checks) await checkPassword(deps.settings, password, { paramName, personal })
  return hashPassword(deps, password)
}

function readForeignDigest({
  password,
  password_digest: digest,
  password_hasher: hasher,
}: Pick<Fields, 'password' | 'password_digest' | 'password_hasher'>): string | null {
  if (digest == null && hasher == null) return null
  if (digest == null) throw new ApiError('form_conditional_param_missing', { paramName: 'password_digest' })
  if (hasher == null) throw new ApiError('form_conditional_param_missing', { paramName: 'password_hasher' })
  const paramName = 'password_digest'
  if (password != null)
    throw new ApiError('form_param_value_invalid', {
      paramName,
      longMessage: 'Send either a password or a password_digest.',
    })
  const stored = storeForeignDigest(hasher, digest)
  if (stored === null) throw new ApiError('form_password_digest_invalid_code', { paramName })
  return stored
}

export type UniqueValues = {
  /** The user that may have the values already. */
  userId: string | null
  contacts: { kind: ContactKind; norm: string }[]
  usernameNorm: string | null | undefined
  externalId: string | null | undefined
}

/** Writes values that must be unique; when somebody has one of them, the error names its field. */
export async function writeUnique<Result>(
  deps: Deps,
  values: UniqueValues,
  write: () => Promise<Result>,
): Promise<Result> {
  await refuseTaken(deps, values)
  try {
    return await mapDuplicate(write)
  } catch (error) {
    if (!(error instanceof DuplicateError)) throw error
    // Another call wrote the same value in between.
    await refuseTaken(deps, values)
    throw new ApiError('duplicate_record')
  }
}

async function refuseTaken(deps: Deps, { userId, contacts, usernameNorm, externalId }: UniqueValues) {
  for (const { kind, norm } of contacts)
    if (await isContactClaimed(deps.db, norm))
      throw new ApiError('form_identifier_exists', { paramName: kind })
  if (usernameNorm && (await isUserValueTaken(deps.db, 'username_norm', usernameNorm, userId)))
    throw new ApiError('form_identifier_exists', { paramName: 'username' })
  if (externalId && (await isUserValueTaken(deps.db, 'external_id', externalId, userId)))
    throw new ApiError('form_identifier_exists', { paramName: 'external_id' })
}

function refuseUnsupported(fields: Fields): void {
  for (const paramName of unsupportedUserFields) {
    const value = fields[paramName]
    const isEmpty =
      value == null || value === '' || value === false || (Array.isArray(value) && value.length === 0)
    if (isEmpty) continue
    throw new ApiError('form_param_unknown', {
      paramName,
      longMessage: `This version of the server cannot keep "${paramName}".`,
    })
  }
}

function text(
  column: 'external_id' | 'first_name' | 'last_name' | 'locale',
  value: string | null | undefined,
): Updateable<UserTable> {
  return value === undefined ? {} : { [column]: value?.trim().normalize('NFC') || null }
}

function readUsername(value: string | null | undefined): Updateable<UserTable> {
  if (value === undefined) return {}
  if (value === null) return { username: null, username_norm: null }
  return { username: value.trim(), username_norm: normalizeUsername(value) }
}

async function metadata(
  deps: Deps,
  kind: MetadataKind,
  value: Record<string, unknown> | undefined,
): Promise<Updateable<UserTable>> {
  return value === undefined ? {} : { [kind]: await readMetadata(deps, kind, value) }
}

// RFC 3339, the year limited so that the milliseconds stay within what both engines keep.
const timestamp = /^\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d:\d\d(\.\d+)?([Zz]|[+-]\d\d:\d\d)$/

function readTime(paramName: string, value: string | null): number | null {
  if (value === null || value === '') return null
  const time = timestamp.test(value) && isDay(value) ? Date.parse(value.replace(' ', 'T')) : Number.NaN
  if (!Number.isNaN(time)) return time
  throw new ApiError('form_param_format_invalid', {
    paramName,
    longMessage: 'Give a time as RFC 3339 has it, for example 2026-01-05T09:00:00Z.',
  })
}

// Date.parse would take 31 February for a day in March.
function isDay(text: string): boolean {
  const day = text.slice(0, 10)
  const time = Date.parse(`${day}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day)
}
