import type { SignUpFields } from '@usher/protocol'
import type { Updateable } from 'kysely'
import { ApiError } from '../api-error.ts'
import type { ClientRow } from '../database/schema/clients.ts'
import type { OAuthFlowRow } from '../database/schema/external-accounts.ts'
import type { SignUpTable } from '../database/schema/sign-ups.ts'
import type { Connection } from '../database/transaction.ts'
import type { Deps } from '../deps.ts'
import { updateClient } from '../stores/client-store.ts'
import { advanceOAuthFlow } from '../stores/oauth-flow-store.ts'
import { closeProvedSignIn, findSignIn } from '../stores/sign-in-store.ts'
import { isTransferable, newcomerKind } from '../strategies/newcomer.ts'
import { findOwner, openIdentity } from './external-identity.ts'
import { fieldsFromIdentity } from './fields-from-identity.ts'
import { transferableFlow } from './oauth-sign-in.ts'

/** What a sign-up takes over from a sign-in of nobody. */
export type Transfer = {
  fields: Pick<SignUpFields, 'email_address' | 'phone_number' | 'first_name' | 'last_name'>
  /** The proof that came with it. */
  columns: Updateable<SignUpTable>
  /** Uses the sign-in up; throws when another sign-up was first. */
  consume(trx: Connection, signUpId: string): Promise<void>
}

/** Reads the sign-in of this browser whose code was right, but whose identifier nobody has; throws when there is none. */
export async function transferSignIn(deps: Deps, client: ClientRow): Promise<Transfer> {
  const now = deps.clock.now()
  const flow = await transferableFlow(deps, client, 'sign_in')
  if (flow) return transferIdentity(deps, client, flow)
  const signIn =
    client.sign_in_id === null ? undefined : await findSignIn(deps.db, client.sign_in_id, client.id)
  const kind = newcomerKind(deps, signIn?.identifier ?? '')
  if (!signIn?.identifier || !kind || !isTransferable(signIn) || signIn.abandon_at <= now) throw nothing()
  const at = signIn.first_factor_at
  return {
    fields: { [kind]: signIn.identifier },
    columns:
      kind === 'email_address'
        ? { email_verified_at: at, email_verified_at_client: client.id }
        : { phone_verified_at: at, phone_verified_at_client: client.id },
    async consume(trx) {
      if (!(await closeProvedSignIn(trx, signIn.id, now))) throw nothing()
      await updateClient(trx, client.id, { sign_in_id: null })
    },
  }
}

/** The same of somebody who came back from a provider. */
async function transferIdentity(deps: Deps, client: ClientRow, flow: OAuthFlowRow): Promise<Transfer> {
  const identified = await openIdentity(deps, flow)
  if (!identified) throw nothing()
  if (await findOwner(deps, flow.provider, identified.identity)) throw new ApiError('external_account_exists')
  const { columns, verified } = await fieldsFromIdentity(deps, identified.identity)
  const proof = { email_verified_at: deps.clock.now(), email_verified_at_client: client.id }
  return {
    fields: {},
    columns: { ...columns, ...(verified === null ? {} : proof), external_strategy: flow.provider },
    async consume(trx, signUpId) {
      const moved = { owner: 'sign_up', owner_id: signUpId, status: 'verified', error: null } as const
      if (!(await advanceOAuthFlow(trx, flow.id, { from: 'transferable' }, moved))) throw nothing()
      await updateClient(trx, client.id, { sign_in_id: null })
    },
  }
}

const nothing = () =>
  new ApiError('form_param_value_invalid', {
    paramName: 'transfer',
    longMessage: 'There is no sign-in to take over. Begin one with sign_up_if_missing and enter its code.',
  })
