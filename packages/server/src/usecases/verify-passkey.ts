import { ApiError } from '../api-error.ts'
import type { PasskeyRow } from '../database/schema/passkeys.ts'
import { DuplicateError, inTransaction } from '../database/transaction.ts'
import type { Deps } from '../deps.ts'
import { nameDevice } from '../devices/describe-device.ts'
import { checkCeremony } from '../passkeys/ceremony.ts'
import { readCredential, verifyNewCredential } from '../passkeys/verify-credential.ts'
import { insertPasskey } from '../stores/passkey-store.ts'
import { updateUser } from '../stores/user-store.ts'
import { findVerification } from '../stores/verification-store.ts'
import { announceUser } from './announce-user.ts'
import type { Caller } from './caller.ts'
import { readUser } from './read-user.ts'
import { sendNotice } from './send-notice.ts'
import { writeAudit } from './write-audit.ts'

export type VerifyPasskeyInput = { caller: Caller; id: string; credential: string }

/** Keeps a passkey whose authenticator has answered; from here on its owner signs in with it. */
export async function verifyPasskey(
  deps: Deps,
  { caller, id, credential: text }: VerifyPasskeyInput,
): Promise<PasskeyRow> {
  if (!deps.settings.passkey.enabled) throw new ApiError('feature_not_enabled')
  const userId = caller.session.user_id
  const owner = { owner: 'passkey', ownerId: id } as const
  const begun = await findVerification(deps.db, { ...owner, strategy: 'passkey' })
  if (begun?.target_id !== userId) throw new ApiError('resource_not_found')
  const { credential } = readCredential(text)
  const { answer, consume } = await checkCeremony(deps, owner, (expected) =>
    verifyNewCredential(credential, expected),
  )
  const before = await readUser(deps, userId)
  const now = deps.clock.now()
  const kept = await inTransaction(deps.db, async (trx) => {
    const user = await updateUser(trx, userId, { updated_at: now })
    if (!user) throw new ApiError('resource_not_found')
    await consume(trx)
    const passkey = await insertPasskey(trx, {
      ...{ id, user_id: userId, ...answer, name: nameDevice(caller.device) },
      ...{ last_used_at: null, created_at: now, updated_at: now },
    })
    await writeAudit(deps, trx, { event: 'passkey_added', userId, caller })
    return passkey
  }).catch((error) => {
    throw error instanceof DuplicateError ? new ApiError('passkey_already_exists') : error
  })
  announceUser(deps, userId, 'user.updated')
  sendNotice(deps, { change: 'passkey_added', before, device: caller.device })
  return kept
}
