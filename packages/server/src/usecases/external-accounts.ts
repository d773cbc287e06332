import { ApiError } from '../api-error.ts'
import { inTransaction } from '../database/transaction.ts'
import type { Deps } from '../deps.ts'
import { canSignIn } from '../second-factors/ways-in.ts'
import { listContacts } from '../stores/contact-store.ts'
import {
  deletePendingAccounts,
  deleteExternalAccount as deleteRow,
  findExternalAccount,
  insertExternalAccount,
  listExternalAccounts,
} from '../stores/external-account-store.ts'
import { updateUser } from '../stores/user-store.ts'
import { createId } from '../tokens/id.ts'
import { announceUser } from './announce-user.ts'
import { beginOAuth, type WantedFlow } from './begin-oauth.ts'
import type { Caller } from './caller.ts'
import { type ExternalAccountView, loadExternalAccounts } from './external-account-view.ts'
import { readUser } from './read-user.ts'
import { sendNotice } from './send-notice.ts'
import { writeAudit } from './write-audit.ts'

export type ConnectInput = {
  caller: Caller
  strategy: string
  wanted: WantedFlow
  additionalScopes: string[]
}

/** Begins to connect an account of a provider with the person who is signed in. */
export async function connectAccount(deps: Deps, input: ConnectInput): Promise<ExternalAccountView> {
  const { caller, strategy, wanted, additionalScopes } = input
  const userId = caller.session.user_id
  const write = await beginOAuth(deps, { client: caller.client, strategy, wanted, additionalScopes })
  const now = deps.clock.now()
  const row = await inTransaction(deps.db, async (trx) => {
    await deletePendingAccounts(trx, userId, strategy)
    const inserted = await insertExternalAccount(trx, {
      id: createId(deps.random, 'eac'),
      user_id: userId,
      provider: strategy,
      email_verified: 0,
      approved_scopes: '',
      created_at: now,
      updated_at: now,
    })
    await write(trx, { owner: 'external_account', ownerId: inserted.id, userId })
    return inserted
  })
  return readAccount(deps, row.id, userId)
}

export type ReauthorizeInput = Omit<ConnectInput, 'strategy'> & { id: string }

/** Sends somebody to the provider of a connected account anew, to allow more or because its tokens have ended. */
export async function reauthorizeAccount(deps: Deps, input: ReauthorizeInput): Promise<ExternalAccountView> {
  const { caller, id, wanted } = input
  const userId = caller.session.user_id
  const { row } = await readAccount(deps, id, userId)
  const scopes = [...row.approved_scopes.split(' ').filter(Boolean), ...input.additionalScopes]
  const given = { client: caller.client, strategy: row.provider, wanted, additionalScopes: scopes }
  const write = await beginOAuth(deps, given)
  await write(deps.db, { owner: 'external_account', ownerId: id, userId })
  return readAccount(deps, id, userId)
}

/** Disconnects an account, for its owner or a backend; the last way to sign in stays (S39). */
export async function disconnectAccount(
  deps: Deps,
  { userId, id, caller }: { userId: string; id: string; caller?: Caller },
): Promise<string> {
  const before = await readUser(deps, userId)
  const wasConnected = await inTransaction(deps.db, async (trx) => {
    // Written first, so that two removals at once come one after the other.
    const user = await updateUser(trx, userId, { updated_at: deps.clock.now() })
    const accounts = await listExternalAccounts(trx, [userId])
    const account = accounts.find((row) => row.id === id)
    if (!user || !account) throw unknown()
    const contacts = await listContacts(trx, [userId])
    const others = accounts.filter((row) => row.id !== id)
    const waysIn = (left: typeof accounts) => canSignIn(deps.settings, user, contacts, left)
    if (waysIn(accounts) && !waysIn(others)) throw new ApiError('identification_deletion_failed')
    await deleteRow(trx, id)
    await writeAudit(deps, trx, { event: 'external_account_removed', userId, ...(caller ? { caller } : {}) })
    return account.verified_at !== null
  })
  announceUser(deps, userId, 'user.updated')
  if (caller && wasConnected)
    sendNotice(deps, { change: 'external_account_removed', before, device: caller.device })
  return id
}

async function readAccount(deps: Deps, id: string, userId: string): Promise<ExternalAccountView> {
  const row = await findExternalAccount(deps.db, id, userId)
  const [view] = row ? await loadExternalAccounts(deps, [row]) : []
  if (!view) throw unknown()
  return view
}

const unknown = () =>
  new ApiError('resource_not_found', { longMessage: 'The user has connected nothing with this id.' })
