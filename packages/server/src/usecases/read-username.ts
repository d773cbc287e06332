import type { Updateable } from 'kysely'
import { ApiError } from '../api-error.ts'
import type { UserTable } from '../database/schema/users.ts'
import type { Deps } from '../deps.ts'
import { normalizeUsername } from '../identifiers/username.ts'
import { isUserValueTaken } from '../stores/user-store.ts'
import type { UserView } from './client-view.ts'

const paramName = 'username'

/** Checks the username that somebody chooses and turns it into columns; 422 when another one has it. */
export async function readUsername(
  { db }: Deps,
  value: string,
  userId: string | null,
): Promise<{ username: string; username_norm: string }> {
  const norm = normalizeUsername(value)
  if (await isUserValueTaken(db, 'username_norm', norm, userId))
    throw new ApiError('form_identifier_exists', { paramName })
  return { username: value.trim(), username_norm: norm }
}

/** The same for a profile, where null takes the name away, unless it is needed to sign in. */
export async function readProfileUsername(
  deps: Deps,
  { user, contacts }: UserView,
  value: string | null | undefined,
): Promise<Updateable<UserTable>> {
  const { enabled, required } = deps.settings.username
  if (value === undefined) return {}
  if (value !== null && !enabled) throw new ApiError('form_param_unknown', { paramName })
  if (value !== null) return readUsername(deps, value, user.id)
  if (enabled && required) throw new ApiError('form_param_nil', { paramName })
  if (user.username !== null && !contacts.some((row) => row.claimed === 1))
    throw new ApiError('identification_deletion_failed', { paramName })
  return { username: null, username_norm: null }
}
