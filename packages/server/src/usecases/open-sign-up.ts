import type { ErrorCode } from '@usher/protocol/errors'
import { ApiError } from '../api-error.ts'
import type { ClientRow } from '../database/schema/clients.ts'
import type { SignUpRow } from '../database/schema/sign-ups.ts'
import type { Deps } from '../deps.ts'
import { readSignUp } from './read-sign-up.ts'

/** A sign-up of this browser that can still go on; `whenComplete` says what is answered when it is finished. */
export async function openSignUp(
  deps: Deps,
  client: ClientRow,
  id: string,
  whenComplete: ErrorCode = 'sign_up_cannot_be_updated',
): Promise<SignUpRow> {
  const { signUp } = await readSignUp(deps, client, id)
  if (signUp.created_user_id !== null) throw new ApiError(whenComplete)
  if (signUp.abandon_at <= deps.clock.now()) throw new ApiError('sign_up_cannot_be_updated')
  return signUp
}
