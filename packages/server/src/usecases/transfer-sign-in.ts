import type { SignUpFields } from '@usher/protocol'
import type { Updateable } from 'kysely'
import { ApiError } from '../api-error.ts'
import type { ClientRow } from '../database/schema/clients.ts'
import type { SignUpTable } from '../database/schema/sign-ups.ts'
import type { Connection } from '../database/transaction.ts'
import type { Deps } from '../deps.ts'
import { updateClient } from '../stores/client-store.ts'
import { closeProvedSignIn, findSignIn } from '../stores/sign-in-store.ts'
import { isTransferable, newcomerKind } from '../strategies/newcomer.ts'

/** What a sign-up takes over from a sign-in of nobody. */
export type Transfer = {
  fields: Pick<SignUpFields, 'email_address' | 'phone_number'>
  /** The proof that came with it. */
  columns: Updateable<SignUpTable>
  /** Uses the sign-in up; throws when another sign-up was first. */
  consume(trx: Connection): Promise<void>
}

/** Reads the sign-in of this browser whose code was right, but whose identifier nobody has; throws when there is none. */
export async function transferSignIn(deps: Deps, client: ClientRow): Promise<Transfer> {
  const now = deps.clock.now()
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

const nothing = () =>
  new ApiError('form_param_value_invalid', {
    paramName: 'transfer',
    longMessage: 'There is no sign-in to take over. Begin one with sign_up_if_missing and enter its code.',
  })
