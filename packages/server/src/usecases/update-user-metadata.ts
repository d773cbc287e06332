import type { Updateable } from 'kysely'
import { ApiError } from '../api-error.ts'
import type { UserTable } from '../database/schema/users.ts'
import { inTransaction } from '../database/transaction.ts'
import type { Deps } from '../deps.ts'
import { readMetadata } from '../metadata/read-metadata.ts'
import { updateUser } from '../stores/user-store.ts'
import { announceUser } from './announce-user.ts'
import type { UserView } from './client-view.ts'
import { readUser } from './read-user.ts'

const kinds = ['public_metadata', 'private_metadata', 'unsafe_metadata'] as const

export type MetadataFields = { [Kind in (typeof kinds)[number]]?: Record<string, unknown> | undefined }

/** Merges into the given kinds of metadata (RFC 7396), or replaces them; the others stay. */
export async function updateUserMetadata(
  deps: Deps,
  { id, fields, by }: { id: string; fields: MetadataFields; by: 'merge' | 'replacement' },
): Promise<UserView> {
  await inTransaction(deps.db, async (trx) => {
    // Written first, so that of two merges at once the second one sees what the first has left.
    const user = await updateUser(trx, id, { updated_at: deps.clock.now() })
    if (!user) throw new ApiError('resource_not_found', { longMessage: 'There is no user with this id.' })
    const values: Updateable<UserTable> = {}
    for (const kind of kinds) {
      const given = fields[kind]
      if (given) values[kind] = await readMetadata(deps, kind, given, by === 'merge' ? user[kind] : undefined)
    }
    if (Object.keys(values).length > 0) await updateUser(trx, id, values)
  })
  announceUser(deps, id, 'user.updated')
  return readUser(deps, id)
}
