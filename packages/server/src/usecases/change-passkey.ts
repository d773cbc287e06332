import { ApiError } from '../api-error.ts'
import type { PasskeyRow } from '../database/schema/passkeys.ts'
import { inTransaction } from '../database/transaction.ts'
import type { Deps } from '../deps.ts'
import { canSignIn } from '../second-factors/ways-in.ts'
import { listContacts } from '../stores/contact-store.ts'
import { listExternalAccounts } from '../stores/external-account-store.ts'
import { deletePasskey, findPasskey, renamePasskey as rename } from '../stores/passkey-store.ts'
import { closeSignInsOfUser } from '../stores/sign-in-store.ts'
import { updateUser } from '../stores/user-store.ts'
import { announceUser } from './announce-user.ts'
import type { Caller } from './caller.ts'
import { readUser } from './read-user.ts'
import { sendNotice } from './send-notice.ts'
import { writeAudit } from './write-audit.ts'

/** A passkey of a user; 404 when there is none with this id. */
export async function readPasskey(
  { db }: Deps,
  { id, userId }: { id: string; userId: string },
): Promise<PasskeyRow> {
  const passkey = await findPasskey(db, id, userId)
  if (passkey) return passkey
  throw new ApiError('resource_not_found')
}

/** Calls a passkey by the name that its owner chose. */
export async function renamePasskey(
  deps: Deps,
  { id, userId, name: given }: { id: string; userId: string; name: string },
): Promise<PasskeyRow> {
  const name = given.trim()
  if (name === '') throw new ApiError('form_param_nil', { paramName: 'name' })
  const now = deps.clock.now()
  const renamed = await inTransaction(deps.db, async (trx) => {
    await updateUser(trx, userId, { updated_at: now })
    const passkey = await rename(trx, { id, user_id: userId, name, updated_at: now })
    if (!passkey) throw new ApiError('resource_not_found')
    return passkey
  })
  announceUser(deps, userId, 'user.updated')
  return renamed
}

/** Removes a passkey, for its owner or a backend. The last way to sign in stays (S39). */
export async function removePasskey(
  deps: Deps,
  { id, userId, caller }: { id: string; userId: string; caller?: Caller },
): Promise<string> {
  const before = await readUser(deps, userId)
  await inTransaction(deps.db, async (trx) => {
    // Written first, so that of several removals at once none overlooks another.
    const user = await updateUser(trx, userId, { updated_at: deps.clock.now() })
    const passkey = user && (await findPasskey(trx, id, userId))
    if (!passkey) throw new ApiError('resource_not_found')
    const isLast = user.passkey_count === 1
    const contacts = await listContacts(trx, [userId])
    const accounts = await listExternalAccounts(trx, [userId])
    if (caller && isLast && !canSignIn(deps.settings, user, contacts, accounts))
      throw new ApiError('identification_deletion_failed')
    await deletePasskey(trx, passkey)
    // What it proved in a sign-in that waits for the second factor is worth nothing any more.
    await closeSignInsOfUser(trx, userId)
    await writeAudit(deps, trx, { event: 'passkey_removed', userId, ...(caller ? { caller } : {}) })
  })
  announceUser(deps, userId, 'user.updated')
  sendNotice(deps, { change: 'passkey_removed', before, ...(caller && { device: caller.device }) })
  return id
}
