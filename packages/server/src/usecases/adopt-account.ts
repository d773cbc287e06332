import { ApiError } from '../api-error.ts'
import type { SignUpRow } from '../database/schema/sign-ups.ts'
import type { Connection } from '../database/transaction.ts'
import type { Deps } from '../deps.ts'
import { findExternalAccountBySubject } from '../stores/external-account-store.ts'
import { deleteOAuthFlow, findOAuthFlow } from '../stores/oauth-flow-store.ts'
import { openIdentity, saveAccount } from './external-identity.ts'

/** Gives the user of a finished sign-up the account at a provider with which it was begun. */
export async function adoptAccount(
  deps: Deps,
  trx: Connection,
  { id, external_strategy: strategy }: SignUpRow,
  userId: string,
): Promise<void> {
  const flow = await findOAuthFlow(trx, { owner: 'sign_up', ownerId: id })
  const identified = flow && (await openIdentity(deps, flow))
  if (!flow || !identified || strategy === null) throw new ApiError('external_account_not_found')
  const { subject } = identified.identity
  if (await findExternalAccountBySubject(trx, strategy, subject))
    throw new ApiError('external_account_exists')
  await saveAccount(deps, trx, { userId, strategy, identified })
  await deleteOAuthFlow(trx, flow.id)
}
