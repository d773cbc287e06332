import type { SignUpFields } from '@usher/protocol'
import type { ClientRow } from '../database/schema/clients.ts'
import { inTransaction } from '../database/transaction.ts'
import type { Deps } from '../deps.ts'
import type { Device } from '../devices/describe-device.ts'
import { updateClient } from '../stores/client-store.ts'
import { insertSignUp } from '../stores/sign-up-store.ts'
import { createId } from '../tokens/id.ts'
import { beginWanted, type WantedFlow, withoutProvider } from './begin-oauth.ts'
import { completeSignUp, finishSignUp, type SignUpStep } from './complete-sign-up.ts'
import { invitedFields } from './invited-fields.ts'
import { readSignUpFields } from './read-sign-up-fields.ts'
import { refuseSecondSession } from './refuse-second-session.ts'
import { refuseUninvited, refuseUnwelcome } from './refuse-unwelcome.ts'
import { transferSignIn } from './transfer-sign-in.ts'

/** How long an attempt to sign up or in stays open, in milliseconds. */
export const attemptLifetime = 86_400_000

/**
 * Begins a sign-up on a browser, and ends it at once when the settings ask for nothing more. With `transfer` it takes
 * over what a sign-in has proved of somebody who has no account yet; with a `ticket` it takes up an invitation.
 */
export async function createSignUp(
  deps: Deps,
  input: { client: ClientRow; device: Device; fields: SignUpFields; wanted: WantedFlow },
): Promise<SignUpStep> {
  const { client, device } = input
  await refuseSecondSession(deps, deps.db, client)
  const invited = await invitedFields(deps, input.fields, null)
  refuseUninvited(deps, invited.columns.invitation_id)
  const { transfer, ...given } = withoutProvider(invited.fields)
  const begun = await beginWanted(deps, input)
  const moved = transfer ? await transferSignIn(deps, client) : null
  const values = await readSignUpFields(
    deps,
    { ...given, ...moved?.fields },
    {
      emailAddress: invited.columns.email_address ?? null,
      phoneNumber: null,
      username: null,
      firstName: null,
      lastName: null,
    },
  )
  await refuseUnwelcome(deps, deps.db, { ...values, ...moved?.columns, ...invited.columns })
  const now = deps.clock.now()
  return finishSignUp(deps, values, () =>
    inTransaction(deps.db, async (trx) => {
      const id = createId(deps.random, 'sua')
      // First, so that of several calls the others wait for this one without holding what it needs next.
      await moved?.consume(trx, id)
      const signUp = await insertSignUp(trx, {
        email_address: null,
        email_address_norm: null,
        email_verified_at: null,
        email_verified_at_client: null,
        phone_number: null,
        phone_number_norm: null,
        phone_verified_at: null,
        phone_verified_at_client: null,
        username: null,
        username_norm: null,
        first_name: null,
        last_name: null,
        password_digest: null,
        unsafe_metadata: '{}',
        locale: null,
        legal_accepted_at: null,
        external_strategy: null,
        invitation_id: null,
        ...values,
        ...moved?.columns,
        ...invited.columns,
        ...(invited.verified === null ? {} : { email_verified_at: now, email_verified_at_client: client.id }),
        id,
        client_id: client.id,
        created_user_id: null,
        created_session_id: null,
        abandon_at: now + attemptLifetime,
        created_at: now,
        updated_at: now,
      })
      await updateClient(trx, client.id, { sign_up_id: signUp.id })
      await begun?.(trx, { owner: 'sign_up', ownerId: signUp.id, userId: null })
      if (begun) return { signUp, started: null }
      return completeSignUp(deps, trx, { signUp, client, device })
    }),
  )
}
