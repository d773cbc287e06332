import { ApiError } from '../api-error.ts'
import { checkCode, type Proof } from '../codes/check-code.ts'
import { inTransaction } from '../database/transaction.ts'
import type { Deps } from '../deps.ts'
import {
  deleteUnclaimedEmailAddresses,
  findEmailAddress,
  updateEmailAddress,
} from '../stores/email-address-store.ts'
import { updateUser } from '../stores/user-store.ts'
import { announceUser } from './announce-user.ts'
import type { Caller } from './caller.ts'
import { type EmailAddressView, readEmailAddress } from './read-email-address.ts'
import { refuseTaken } from './refuse-taken.ts'
import { writeAudit } from './write-audit.ts'

export type AttemptEmailAddressInput = { caller: Caller; id: string; code: string }

/** Verifies an address with its code; it becomes the primary one when no verified one is. */
export async function attemptEmailAddressVerification(
  deps: Deps,
  { caller, id, code }: AttemptEmailAddressInput,
): Promise<EmailAddressView> {
  const userId = caller.session.user_id
  const { emailAddress } = await readEmailAddress(deps, userId, id)
  if (emailAddress.verified_at !== null) throw new ApiError('verification_already_verified')
  const owner = { owner: 'email_address', ownerId: id, strategy: 'email_code' } as const
  const proof = await checkCode(deps, { ...owner, code, addressNorm: emailAddress.value_norm })
  await refuseTaken('email_address', () => verify(deps, caller, id, proof))
  announceUser(deps, userId, 'user.updated')
  return readEmailAddress(deps, userId, id)
}

const verify = (deps: Deps, caller: Caller, id: string, proof: Proof): Promise<void> =>
  inTransaction(deps.db, async (trx) => {
    const now = deps.clock.now()
    const userId = caller.session.user_id
    const user = await updateUser(trx, userId, { updated_at: now })
    await proof.consume(trx)
    const verified = await updateEmailAddress(trx, id, {
      verified_at: now,
      verification_strategy: 'email_code',
      verified_at_client: caller.client.id,
      claimed: 1,
      updated_at: now,
    })
    if (!user || !verified) throw new ApiError('resource_not_found')
    await deleteUnclaimedEmailAddresses(trx, verified.value_norm, userId)
    const primary = await findEmailAddress(trx, user.primary_email_address_id ?? '', userId)
    if (primary?.verified_at == null) await updateUser(trx, userId, { primary_email_address_id: id })
    await writeAudit(deps, trx, { event: 'email_address_verified', userId, caller })
  })
