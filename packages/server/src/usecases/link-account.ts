import { ApiError } from '../api-error.ts'
import type { OAuthFlowRow } from '../database/schema/external-accounts.ts'
import { DuplicateError, inTransaction, mapDuplicate } from '../database/transaction.ts'
import type { Deps } from '../deps.ts'
import type { Identified } from '../oauth/identify.ts'
import {
  deleteExternalAccount,
  findExternalAccount,
  findExternalAccountBySubject,
  updateExternalAccount,
} from '../stores/external-account-store.ts'
import { deleteOAuthFlow } from '../stores/oauth-flow-store.ts'
import { updateUser } from '../stores/user-store.ts'
import { announceUser } from './announce-user.ts'
import type { Caller } from './caller.ts'
import { accountColumns, claimAddress, keepRefreshToken } from './external-identity.ts'
import { readUser } from './read-user.ts'
import { sendNotice } from './send-notice.ts'
import { writeAudit } from './write-audit.ts'

export type LinkAccountInput = { caller: Caller; flow: OAuthFlowRow; identified: Identified }

/** Connects the account of a provider with the person who is signed in, or renews what it may do. */
export async function linkAccount(deps: Deps, input: LinkAccountInput): Promise<void> {
  const { session, device } = input.caller
  const before = await readUser(deps, session.user_id)
  try {
    const isNew = await mapDuplicate(() => write(deps, input))
    if (isNew) sendNotice(deps, { change: 'external_account_added', before, device })
  } catch (error) {
    if (error instanceof DuplicateError) throw new ApiError('identification_claimed')
    throw error
  }
  announceUser(deps, session.user_id, 'user.updated')
}

/** Says whether the account was not connected before. */
const write = (deps: Deps, { caller, flow, identified }: LinkAccountInput): Promise<boolean> =>
  inTransaction(deps.db, async (trx) => {
    const userId = caller.session.user_id
    const now = deps.clock.now()
    const { identity } = identified
    const user = await updateUser(trx, userId, { updated_at: now })
    const begun = await findExternalAccount(trx, flow.owner_id, userId)
    if (!user || !begun) throw new ApiError('resource_not_found')
    const known = await findExternalAccountBySubject(trx, flow.provider, identity.subject)
    if (known && known.user_id !== userId) throw new ApiError('identification_claimed')
    if (begun.verified_at !== null && known?.id !== begun.id) throw new ApiError('external_account_mismatch')
    const account = known ?? begun
    if (account.id !== begun.id) await deleteExternalAccount(trx, begun.id)
    const columns = await keepRefreshToken(deps, account, await accountColumns(deps, identified))
    await updateExternalAccount(trx, account.id, { ...columns, verified_at: account.verified_at ?? now })
    await deleteOAuthFlow(trx, flow.id)
    await claimAddress(deps, trx, { user, caller, strategy: flow.provider, identity })
    const event = known ? 'external_account_renewed' : 'external_account_added'
    await writeAudit(deps, trx, { event, userId, caller })
    return !known
  })
