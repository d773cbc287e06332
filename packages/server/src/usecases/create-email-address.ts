import { ApiError } from '../api-error.ts'
import type { EmailAddressRow } from '../database/schema/email-addresses.ts'
import { DuplicateError, inTransaction, mapDuplicate } from '../database/transaction.ts'
import type { Deps } from '../deps.ts'
import { normalizeEmailAddress } from '../identifiers/email-address.ts'
import {
  insertEmailAddress,
  isEmailAddressClaimed,
  listEmailAddresses,
} from '../stores/email-address-store.ts'
import { updateUser } from '../stores/user-store.ts'
import { createId } from '../tokens/id.ts'
import { announceUser } from './announce-user.ts'
import type { Caller } from './caller.ts'
import { writeAudit } from './write-audit.ts'

const paramName = 'email_address'

/** Adds an unverified address to the account; it blocks nobody else until it is verified. */
export async function createEmailAddress(
  deps: Deps,
  { caller, value }: { caller: Caller; value: string },
): Promise<EmailAddressRow> {
  const userId = caller.session.user_id
  const normal = readValue(deps, value)
  const own = await listEmailAddresses(deps.db, [userId])
  if (own.some((row) => row.value_norm === normal)) throw new ApiError('identification_exists', { paramName })
  if (!deps.settings.enumerationProtection && (await isEmailAddressClaimed(deps.db, normal)))
    throw new ApiError('form_identifier_exists', { paramName })
  // Later than the one before even within a millisecond, because lists keep the order of adding.
  const createdAt = Math.max(deps.clock.now(), ...own.map((other) => other.created_at + 1))
  const row = await refuseSecond(() => insert(deps, caller, { value: value.trim(), normal, createdAt }))
  announceUser(deps, userId, 'user.updated')
  return row
}

function readValue({ settings }: Deps, value: string): string {
  if (!settings.emailAddress.enabled) throw new ApiError('form_param_unknown', { paramName })
  if (value.trim() === '') throw new ApiError('form_param_nil', { paramName })
  const normal = normalizeEmailAddress(value)
  if (normal !== null) return normal
  throw new ApiError('form_param_format_invalid', {
    paramName,
    longMessage: 'The address must look like name@example.com.',
  })
}

const insert = (
  deps: Deps,
  caller: Caller,
  { value, normal, createdAt }: { value: string; normal: string; createdAt: number },
): Promise<EmailAddressRow> =>
  inTransaction(deps.db, async (trx) => {
    const now = deps.clock.now()
    const userId = caller.session.user_id
    await updateUser(trx, userId, { updated_at: now })
    await writeAudit(deps, trx, { event: 'email_address_added', userId, caller })
    return insertEmailAddress(trx, {
      id: createId(deps.random, 'idn'),
      user_id: userId,
      value,
      value_norm: normal,
      verified_at: null,
      verification_strategy: null,
      verified_at_client: null,
      claimed: 0,
      created_at: createdAt,
      updated_at: now,
    })
  })

// A second submit of the same form may pass the check above before the first one is written.
async function refuseSecond<Result>(write: () => Promise<Result>): Promise<Result> {
  try {
    return await mapDuplicate(write)
  } catch (error) {
    if (error instanceof DuplicateError) throw new ApiError('identification_exists', { paramName })
    throw error
  }
}
