import { ApiError } from '../api-error.ts'
import { inTransaction } from '../database/transaction.ts'
import type { Deps } from '../deps.ts'
import { normalizeEmailAddress } from '../identifiers/email-address.ts'
import {
  deleteUnclaimedEmailAddresses,
  insertEmailAddress,
  isEmailAddressClaimed,
} from '../stores/email-address-store.ts'
import { updateUser } from '../stores/user-store.ts'
import { createId } from '../tokens/id.ts'
import { announceUser } from './announce-user.ts'
import { choosePrimaryEmailAddress } from './choose-primary-email-address.ts'
import { type EmailAddressView, readEmailAddress } from './read-email-address.ts'
import { readUser } from './read-user.ts'
import { refuseTaken } from './refuse-taken.ts'
import { writeAudit } from './write-audit.ts'

export type AddEmailAddressInput = { userId: string; value: string; isVerified: boolean; isPrimary: boolean }

const paramName = 'email_address'

/** Gives a user an address for a backend, which may vouch for it; the first verified one becomes the primary one. */
export async function addEmailAddress(deps: Deps, input: AddEmailAddressInput): Promise<EmailAddressView> {
  const { user, emailAddresses } = await readUser(deps, input.userId)
  const normal = normalizeEmailAddress(input.value)
  if (normal === null) throw new ApiError('form_param_format_invalid', { paramName })
  if (emailAddresses.some((row) => row.value_norm === normal))
    throw new ApiError('identification_exists', { paramName })
  if (await isEmailAddressClaimed(deps.db, normal))
    throw new ApiError('form_identifier_exists', { paramName })
  const latest = Math.max(deps.clock.now(), ...emailAddresses.map((row) => row.created_at + 1))
  const id = createId(deps.random, 'idn')
  await refuseTaken('email_address', () => insert(deps, { ...input, id, normal, createdAt: latest }))
  announceUser(deps, user.id, 'user.updated')
  return readEmailAddress(deps, user.id, id)
}

type Row = AddEmailAddressInput & { id: string; normal: string; createdAt: number }

const insert = (deps: Deps, { id, userId, value, normal, createdAt, isVerified, isPrimary }: Row) =>
  inTransaction(deps.db, async (trx) => {
    const now = deps.clock.now()
    const user = await updateUser(trx, userId, { updated_at: now })
    if (!user) throw new ApiError('resource_not_found')
    await insertEmailAddress(trx, {
      id,
      user_id: userId,
      value: value.trim(),
      value_norm: normal,
      verified_at: isVerified ? now : null,
      verification_strategy: isVerified ? 'admin' : null,
      verified_at_client: null,
      claimed: isVerified ? 1 : 0,
      created_at: createdAt,
      updated_at: now,
    })
    if (isVerified) await deleteUnclaimedEmailAddresses(trx, normal, userId)
    if (isPrimary || (isVerified && user.primary_email_address_id === null))
      await choosePrimaryEmailAddress(deps, trx, userId, id, 'primary')
    await writeAudit(deps, trx, { event: 'email_address_added', userId })
  })
