import { ApiError } from '../api-error.ts'
import type { ClientRow } from '../database/schema/clients.ts'
import type { OAuthFlowRow } from '../database/schema/external-accounts.ts'
import { inTransaction } from '../database/transaction.ts'
import type { Deps } from '../deps.ts'
import type { Device } from '../devices/describe-device.ts'
import type { Identified } from '../oauth/identify.ts'
import { advanceOAuthFlow } from '../stores/oauth-flow-store.ts'
import { listActiveSessionsOfClient } from '../stores/session-store.ts'
import { updateOpenSignUp, verifyOpenSignUp } from '../stores/sign-up-store.ts'
import { flowLifetime } from './begin-oauth.ts'
import { completeSignUp, finishSignUp } from './complete-sign-up.ts'
import { addressOf, findOwner } from './external-identity.ts'
import { fieldsFromIdentity } from './fields-from-identity.ts'
import { linkAccount } from './link-account.ts'
import { signInWithAccount } from './oauth-sign-in.ts'
import { openSignIn } from './open-sign-in.ts'
import { openSignUp } from './open-sign-up.ts'
import { refuseUninvited, refuseUnwelcome } from './refuse-unwelcome.ts'
import type { StartedSession } from './start-session.ts'

export type SettleInput = { client: ClientRow; device: Device; flow: OAuthFlowRow; identified: Identified }

/** What becomes of somebody who came back from a provider, by what they went there for. */
export type Settled = { isDone: boolean; started: StartedSession | null }

export const settleOAuth: Record<
  OAuthFlowRow['owner'],
  (deps: Deps, input: SettleInput) => Promise<Settled>
> = {
  async sign_in(deps, { client, device, flow, identified }) {
    const { signIn } = await openSignIn(deps, client, flow.owner_id)
    const user = await findOwner(deps, flow.provider, identified.identity)
    if (!user) {
      refuseUninvited(deps, null)
      await refuseUnwelcome(deps, deps.db, { email_address_norm: addressOf(identified.identity) })
      return keep(deps, flow, identified, new ApiError('external_account_not_found'))
    }
    const step = await signInWithAccount(deps, { client, device, signIn, flow, identified, user })
    return { isDone: step.started !== null, started: step.started }
  },

  async sign_up(deps, { client, device, flow, identified }) {
    const signUp = await openSignUp(deps, client, flow.owner_id)
    if (await findOwner(deps, flow.provider, identified.identity))
      return keep(deps, flow, identified, new ApiError('external_account_exists'))
    const { columns, verified } = await fieldsFromIdentity(deps, identified.identity, signUp)
    await refuseUnwelcome(deps, deps.db, { ...signUp, ...columns })
    const sealed = await deps.vault.encrypt(JSON.stringify(identified))
    const step = await finishSignUp(deps, { ...signUp, ...columns }, () =>
      inTransaction(deps.db, async (trx) => {
        const now = deps.clock.now()
        const values = { status: 'verified' as const, identity_sealed: sealed }
        await advanceOAuthFlow(trx, flow.id, { from: 'taken' }, values)
        const changes = { ...columns, external_strategy: flow.provider, updated_at: now }
        const changed = await updateOpenSignUp(trx, signUp.id, changes)
        const proof = verified === null ? null : { norm: verified, at: now, clientId: client.id }
        const proved = proof ? await verifyOpenSignUp(trx, signUp.id, 'email_address', proof) : changed
        if (!changed || !proved) throw new ApiError('sign_up_cannot_be_updated')
        return completeSignUp(deps, trx, { signUp: proved, client, device })
      }),
    )
    return { isDone: step.started !== null, started: step.started }
  },

  async external_account(deps, { client, device, flow, identified }) {
    const sessions = await listActiveSessionsOfClient(deps.db, client.id, deps.clock.now())
    const session = sessions.find(({ user_id, actor }) => user_id === flow.user_id && actor === null)
    if (!session) throw new ApiError('signed_out')
    await linkAccount(deps, { caller: { client, session, device }, flow, identified })
    return { isDone: true, started: null }
  },
}

/** Keeps who came back for ten minutes, in which the app may go on with the other of signing up and signing in. */
async function keep(
  deps: Deps,
  flow: OAuthFlowRow,
  identified: Identified,
  error: ApiError,
): Promise<Settled> {
  await advanceOAuthFlow(
    deps.db,
    flow.id,
    { from: 'taken' },
    {
      status: 'transferable',
      error: JSON.stringify(error),
      identity_sealed: await deps.vault.encrypt(JSON.stringify(identified)),
      expire_at: deps.clock.now() + flowLifetime,
    },
  )
  return { isDone: false, started: null }
}
