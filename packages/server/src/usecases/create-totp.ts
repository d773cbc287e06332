import { ApiError } from '../api-error.ts'
import type { UserRow } from '../database/schema/users.ts'
import { inTransaction } from '../database/transaction.ts'
import type { Deps } from '../deps.ts'
import { updateUser } from '../stores/user-store.ts'
import { createTotpSecret, totpUri } from '../tokens/totp.ts'
import type { Caller } from './caller.ts'
import { knownAs } from './known-as.ts'
import { readUser } from './read-user.ts'

export type NewTotp = { user: UserRow; secret: string; uri: string }

/** Makes the secret for an authenticator app, shown this once; it counts when a code of it was verified (S31). */
export async function createTotp(deps: Deps, { session }: Caller): Promise<NewTotp> {
  if (!deps.settings.secondFactors.authenticatorApp) throw new ApiError('feature_not_enabled')
  const view = await readUser(deps, session.user_id)
  const { user: before } = view
  const secret = createTotpSecret(deps.random)
  const totp_sealed = await deps.vault.encrypt(secret)
  const user = await inTransaction(deps.db, async (trx) => {
    const written = await updateUser(trx, before.id, { updated_at: deps.clock.now() })
    if (!written) throw new ApiError('resource_not_found')
    if (written.totp_verified_at !== null) throw new ApiError('totp_already_enabled')
    await updateUser(trx, before.id, { totp_sealed, totp_last_step: null })
    return written
  })
  const issuer = deps.settings.applicationName
  return { user, secret, uri: totpUri({ secret, issuer, account: knownAs(view) }) }
}
