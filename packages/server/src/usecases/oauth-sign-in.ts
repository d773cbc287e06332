import { isOAuthStrategy } from '@usher/protocol/strategies'
import { ApiError } from '../api-error.ts'
import type { ClientRow } from '../database/schema/clients.ts'
import type { OAuthFlowRow } from '../database/schema/external-accounts.ts'
import type { SignInRow } from '../database/schema/sign-ins.ts'
import type { UserRow } from '../database/schema/users.ts'
import { type Connection, inTransaction } from '../database/transaction.ts'
import type { Deps } from '../deps.ts'
import type { Device } from '../devices/describe-device.ts'
import type { Identified } from '../oauth/identify.ts'
import { findExternalAccountBySubject } from '../stores/external-account-store.ts'
import { advanceOAuthFlow, deleteOAuthFlow, findOAuthFlow } from '../stores/oauth-flow-store.ts'
import { announceUser } from './announce-user.ts'
import { findOwner, openIdentity, saveAccount } from './external-identity.ts'
import { finishSignIn, type SignInStep } from './finish-sign-in.ts'
import { readUser } from './read-user.ts'
import { refuseClosedOn } from './refuse-closed.ts'
import { sendNotice } from './send-notice.ts'

export type SignInWithAccountInput = {
  client: ClientRow
  device: Device
  signIn: SignInRow
  flow: OAuthFlowRow
  identified: Identified
  user: UserRow
}

/**
 * Signs in whoever an account at a provider belongs to, by way of the second factor of those who have one (S34). An
 * account that is new here is connected when the sign-in ends: half of it gives nobody a way in.
 */
export async function signInWithAccount(
  deps: Deps,
  { client, device, signIn, flow, identified, user }: SignInWithAccountInput,
): Promise<SignInStep> {
  const now = deps.clock.now()
  await refuseClosedOn(deps, deps.db, client, user)
  const strategy = flow.provider
  const proved = {
    user_id: user.id,
    identifier: identified.identity.email,
    first_factor_strategy: strategy,
    first_factor_at: now,
  }
  const { subject } = identified.identity
  const isNew = !(await findExternalAccountBySubject(deps.db, strategy, subject))
  const before = isNew ? await readUser(deps, user.id) : null
  const step = await inTransaction(deps.db, async (trx) => {
    const finished = await finishSignIn(deps, trx, {
      ...{ client, device, signIn, userId: user.id, strategy, proved },
    })
    if (isNew && !finished.started) await keepForLater(deps, trx, { signIn, flow, identified })
    else {
      await saveAccount(deps, trx, { userId: user.id, strategy, identified })
      await deleteOAuthFlow(trx, flow.id)
    }
    return finished
  })
  if (before && step.started) sendNotice(deps, { change: 'external_account_added', before, device })
  announceUser(deps, user.id, 'user.updated', ...(step.started ? (['sessions.changed'] as const) : []))
  return step
}

async function keepForLater(
  { vault }: Deps,
  trx: Connection,
  { signIn, flow, identified }: Pick<SignInWithAccountInput, 'signIn' | 'flow' | 'identified'>,
): Promise<void> {
  const identity_sealed = await vault.encrypt(JSON.stringify(identified))
  const owner = { owner: 'sign_in', owner_id: signIn.id } as const
  const values = {
    ...owner,
    identity_sealed,
    status: 'verified',
    error: null,
    expire_at: signIn.abandon_at,
  } as const
  const from = flow.owner === 'sign_up' ? 'transferable' : 'taken'
  if (!(await advanceOAuthFlow(trx, flow.id, { from }, values))) throw new ApiError('oauth_callback_invalid')
}

/** Connects the account with which a sign-in was begun that has now ended; true when it was not connected before. */
export async function connectKept(
  deps: Deps,
  trx: Connection,
  { id, first_factor_strategy: strategy }: SignInRow,
  userId: string,
): Promise<boolean> {
  if (!isOAuthStrategy(strategy)) return false
  const flow = await findOAuthFlow(trx, { owner: 'sign_in', ownerId: id })
  const identified = flow && (await openIdentity(deps, flow))
  if (!flow || !identified || flow.status !== 'verified') return false
  await deleteOAuthFlow(trx, flow.id)
  // Somebody may have connected it meanwhile.
  if (await findExternalAccountBySubject(trx, strategy, identified.identity.subject)) return false
  await saveAccount(deps, trx, { userId, strategy, identified })
  return true
}

/** Signs in who came back from a provider to sign up, and has an account here. */
export async function transferSignUp(
  deps: Deps,
  { client, device }: { client: ClientRow; device: Device },
  open: () => Promise<SignInRow>,
): Promise<SignInStep> {
  const flow = await transferableFlow(deps, client, 'sign_up')
  const identified = flow && (await openIdentity(deps, flow))
  if (!flow || !identified)
    throw new ApiError('form_param_value_invalid', {
      paramName: 'transfer',
      longMessage: 'There is no sign-up to take over. Begin one with an account of a provider.',
    })
  const user = await findOwner(deps, flow.provider, identified.identity)
  if (!user) throw new ApiError('external_account_not_found')
  await refuseClosedOn(deps, deps.db, client, user)
  return signInWithAccount(deps, { client, device, signIn: await open(), flow, identified, user })
}

/** What a browser brought home from a provider that belongs to the other of signing up and signing in. */
export async function transferableFlow(
  { db, clock }: Deps,
  client: ClientRow,
  owner: 'sign_in' | 'sign_up',
): Promise<OAuthFlowRow | undefined> {
  const ownerId = owner === 'sign_in' ? client.sign_in_id : client.sign_up_id
  const flow = ownerId === null ? undefined : await findOAuthFlow(db, { owner, ownerId })
  const isOpen = flow?.status === 'transferable' && flow.client_id === client.id
  return isOpen && flow.expire_at > clock.now() ? flow : undefined
}
