import { ApiError } from '../api-error.ts'
import type { ClientRow } from '../database/schema/clients.ts'
import type { SignUpRow } from '../database/schema/sign-ups.ts'
import { type Connection, DuplicateError, mapDuplicate } from '../database/transaction.ts'
import type { Deps } from '../deps.ts'
import type { Device } from '../devices/describe-device.ts'
import { deleteUnclaimedEmailAddresses, insertEmailAddress } from '../stores/email-address-store.ts'
import { updateOpenSignUp } from '../stores/sign-up-store.ts'
import { insertUser, isUserValueTaken } from '../stores/user-store.ts'
import { createId } from '../tokens/id.ts'
import { isSignUpReady } from './sign-up-requirements.ts'
import { type StartedSession, startSession } from './start-session.ts'

export type SignUpStep = { signUp: SignUpRow; started: StartedSession | null }

/** Runs the last write of a sign-up; when two race for one address or name, the second learns that it is taken. */
export async function finishSignUp<Result>(
  deps: Deps,
  usernameNorm: string | null | undefined,
  work: () => Promise<Result>,
): Promise<Result> {
  try {
    return await mapDuplicate(work)
  } catch (error) {
    if (!(error instanceof DuplicateError)) throw error
    const isName = usernameNorm && (await isUserValueTaken(deps.db, 'username_norm', usernameNorm, null))
    throw new ApiError('form_identifier_exists', { paramName: isName ? 'username' : 'email_address' })
  }
}

/** Makes the user and signs the browser in when nothing is missing any more; all of it in the caller's transaction. */
export async function completeSignUp(
  deps: Deps,
  trx: Connection,
  { signUp, client, device }: { signUp: SignUpRow; client: ClientRow; device: Device },
): Promise<SignUpStep> {
  if (!isSignUpReady(deps.settings, signUp)) return { signUp, started: null }
  const userId = await createUser(deps, trx, signUp)
  const strategy = signUp.email_verified_at === null ? 'password' : 'email_code'
  const started = await startSession(deps, trx, { client, userId, device, strategy, event: 'sign_up' })
  const finished = await updateOpenSignUp(trx, signUp.id, {
    created_user_id: userId,
    created_session_id: started.session.id,
    password_digest: null,
    updated_at: deps.clock.now(),
  })
  if (!finished) throw new ApiError('sign_up_cannot_be_updated')
  return { signUp: finished, started }
}

async function createUser(deps: Deps, trx: Connection, signUp: SignUpRow): Promise<string> {
  const now = deps.clock.now()
  const userId = createId(deps.random, 'user')
  const emailId = signUp.email_address_norm === null ? null : createId(deps.random, 'idn')
  await insertUser(trx, {
    id: userId,
    external_id: null,
    username: signUp.username,
    username_norm: signUp.username_norm,
    first_name: signUp.first_name,
    last_name: signUp.last_name,
    locale: signUp.locale,
    primary_email_address_id: emailId,
    password_digest: signUp.password_digest,
    password_updated_at: signUp.password_digest === null ? null : now,
    public_metadata: '{}',
    private_metadata: '{}',
    unsafe_metadata: signUp.unsafe_metadata,
    delete_self_enabled: 1,
    banned: 0,
    legal_accepted_at: signUp.legal_accepted_at,
    last_sign_in_at: now,
    last_active_at: now,
    created_at: now,
    updated_at: now,
  })
  if (emailId !== null && signUp.email_address !== null && signUp.email_address_norm !== null) {
    await insertEmailAddress(trx, {
      id: emailId,
      user_id: userId,
      value: signUp.email_address,
      value_norm: signUp.email_address_norm,
      verified_at: signUp.email_verified_at,
      verification_strategy: signUp.email_verified_at === null ? null : 'email_code',
      verified_at_client: signUp.email_verified_at_client,
      claimed: 1,
      created_at: now,
      updated_at: now,
    })
    await deleteUnclaimedEmailAddresses(trx, signUp.email_address_norm, userId)
  }
  return userId
}
