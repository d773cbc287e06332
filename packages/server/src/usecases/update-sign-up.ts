import type { SignUpFields } from '@usher/protocol'
import { ApiError } from '../api-error.ts'
import type { ClientRow } from '../database/schema/clients.ts'
import { inTransaction } from '../database/transaction.ts'
import type { Deps } from '../deps.ts'
import type { Device } from '../devices/describe-device.ts'
import { updateOpenSignUp, verifyOpenSignUp } from '../stores/sign-up-store.ts'
import { beginWanted, type WantedFlow, withoutProvider } from './begin-oauth.ts'
import { completeSignUp, finishSignUp, type SignUpStep } from './complete-sign-up.ts'
import { invitedFields } from './invited-fields.ts'
import { openSignUp } from './open-sign-up.ts'
import { readSignUpFields } from './read-sign-up-fields.ts'
import { refuseUninvited, refuseUnwelcome } from './refuse-unwelcome.ts'

/** Fills in more of an open sign-up, also the ticket of an invitation. A new address has to be verified anew. */
export async function updateSignUp(
  deps: Deps,
  input: { client: ClientRow; device: Device; id: string; fields: SignUpFields; wanted: WantedFlow },
): Promise<SignUpStep> {
  const { client, device, id } = input
  const before = await openSignUp(deps, client, id)
  const invited = await invitedFields(deps, input.fields, before)
  refuseUninvited(deps, invited.columns.invitation_id ?? before.invitation_id)
  const begun = await beginWanted(deps, input)
  const values = await readSignUpFields(deps, withoutProvider(invited.fields), {
    emailAddress: invited.columns.email_address ?? before.email_address,
    phoneNumber: before.phone_number,
    username: before.username,
    firstName: before.first_name,
    lastName: before.last_name,
  })
  await refuseUnwelcome(deps, deps.db, { ...before, ...values, ...invited.columns })
  return finishSignUp(deps, { ...before, ...values }, () =>
    inTransaction(deps.db, async (trx) => {
      const anew = begun ? { external_strategy: null } : {}
      const now = deps.clock.now()
      const changed = await updateOpenSignUp(trx, id, {
        ...values,
        ...invited.columns,
        ...anew,
        updated_at: now,
      })
      const proof = { norm: invited.verified ?? '', at: now, clientId: client.id }
      const signUp =
        invited.verified === null ? changed : await verifyOpenSignUp(trx, id, 'email_address', proof)
      if (!signUp) throw new ApiError('sign_up_cannot_be_updated')
      await begun?.(trx, { owner: 'sign_up', ownerId: id, userId: null })
      if (begun) return { signUp, started: null }
      return completeSignUp(deps, trx, { signUp, client, device })
    }),
  )
}
