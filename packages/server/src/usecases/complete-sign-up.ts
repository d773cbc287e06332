import { ApiError } from '../api-error.ts'
import type { ClientRow } from '../database/schema/clients.ts'
import { type ContactKind, contactKinds } from '../database/schema/contacts.ts'
import type { SignUpRow } from '../database/schema/sign-ups.ts'
import { type Connection, DuplicateError, mapDuplicate } from '../database/transaction.ts'
import type { Deps } from '../deps.ts'
import type { Device } from '../devices/describe-device.ts'
import { deleteUnclaimedContacts, insertContact, isContactClaimed } from '../stores/contact-store.ts'
import { updateOpenSignUp } from '../stores/sign-up-store.ts'
import { insertUser, isUserValueTaken } from '../stores/user-store.ts'
import { listVerifications } from '../stores/verification-store.ts'
import { completeWaitlistEntry } from '../stores/waitlist-store.ts'
import { createId } from '../tokens/id.ts'
import { adoptAccount } from './adopt-account.ts'
import { refuseUninvited, refuseUnwelcome } from './refuse-unwelcome.ts'
import { contactOf, isSignUpReady, strategyOfProof } from './sign-up-requirements.ts'
import { type StartedSession, startSession } from './start-session.ts'
import { acceptInvitation } from './take-up-invitation.ts'
import { writeAudit } from './write-audit.ts'

export type CompleteSignUpInput = {
  signUp: SignUpRow
  client: ClientRow
  device: Device
  /** The sign-up goes on in a browser that did not send this request. */
  isElsewhere?: boolean
}

export type SignUpStep = { signUp: SignUpRow; started: StartedSession | null }

/** Runs the last write of a sign-up; when two race for one address or name, the second learns which it is. */
export async function finishSignUp<Result>(
  deps: Deps,
  values: Partial<Pick<SignUpRow, 'username_norm' | 'phone_number_norm'>>,
  work: () => Promise<Result>,
): Promise<Result> {
  try {
    return await mapDuplicate(work)
  } catch (error) {
    if (!(error instanceof DuplicateError)) throw error
    throw new ApiError('form_identifier_exists', { paramName: await findTaken(deps, values) })
  }
}

async function findTaken(
  { db }: Deps,
  { username_norm: name, phone_number_norm: number }: Parameters<typeof finishSignUp>[1],
) {
  if (name && (await isUserValueTaken(db, 'username_norm', name, null))) return 'username'
  return number && (await isContactClaimed(db, number)) ? 'phone_number' : 'email_address'
}

/** Makes the user and signs the browser in when nothing is missing any more; all of it in the caller's transaction. */
export async function completeSignUp(
  deps: Deps,
  trx: Connection,
  { signUp, client, device, isElsewhere = false }: CompleteSignUpInput,
): Promise<SignUpStep> {
  if (!isSignUpReady(deps.settings, signUp)) return { signUp, started: null }
  refuseUninvited(deps, signUp.invitation_id)
  await refuseUnwelcome(deps, trx, signUp, { isDone: true })
  // First, so that of several who take up one invitation the others wait without holding what it needs next.
  const { invitation_id: invitationId } = signUp
  const invitation = invitationId === null ? null : await acceptInvitation(deps, trx, invitationId)
  const verifications = await listVerifications(trx, 'sign_up', [signUp.id])
  const proofOf = (kind: ContactKind) => strategyOfProof(signUp, kind, verifications)
  const publicMetadata = invitation?.public_metadata ?? '{}'
  const userId = await createUser(deps, trx, { signUp, publicMetadata, proofOf })
  if (signUp.email_address_norm !== null)
    await completeWaitlistEntry(trx, signUp.email_address_norm, deps.clock.now())
  if (invitation) await writeAudit(deps, trx, { event: 'invitation_accepted', userId, device })
  const strategy = signUp.external_strategy ?? contactKinds.map(proofOf).find(Boolean) ?? 'password'
  if (signUp.external_strategy !== null) await adoptAccount(deps, trx, signUp, userId)
  const event = 'sign_up'
  const started = await startSession(deps, trx, { client, userId, device, strategy, event, isElsewhere })
  const finished = await updateOpenSignUp(trx, signUp.id, {
    created_user_id: userId,
    created_session_id: started?.session.id ?? null,
    password_digest: null,
    updated_at: deps.clock.now(),
  })
  if (!finished) throw new ApiError('sign_up_cannot_be_updated')
  return { signUp: finished, started }
}

type NewUser = {
  signUp: SignUpRow
  /** JSON text */
  publicMetadata: string
  proofOf: (kind: ContactKind) => string | null
}

async function createUser(
  deps: Deps,
  trx: Connection,
  { signUp, publicMetadata, proofOf }: NewUser,
): Promise<string> {
  const now = deps.clock.now()
  const userId = createId(deps.random, 'user')
  const given = contactKinds.flatMap((kind) => {
    const contact = contactOf(signUp, kind)
    const { value, norm } = contact
    return value === null || norm === null
      ? []
      : [{ ...contact, kind, value, norm, id: createId(deps.random, 'idn') }]
  })
  const idOf = (kind: ContactKind) => given.find((contact) => contact.kind === kind)?.id ?? null
  await insertUser(trx, {
    id: userId,
    external_id: null,
    username: signUp.username,
    username_norm: signUp.username_norm,
    first_name: signUp.first_name,
    last_name: signUp.last_name,
    locale: signUp.locale,
    primary_email_address_id: idOf('email_address'),
    primary_phone_number_id: idOf('phone_number'),
    password_digest: signUp.password_digest,
    password_updated_at: signUp.password_digest === null ? null : now,
    public_metadata: publicMetadata,
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
  for (const { id, kind, value, norm, verifiedAt, verifiedAtClient } of given) {
    await insertContact(trx, {
      id,
      kind,
      user_id: userId,
      value,
      value_norm: norm,
      verified_at: verifiedAt,
      verification_strategy: proofOf(kind),
      verified_at_client: verifiedAtClient,
      claimed: 1,
      created_at: now,
      updated_at: now,
    })
    await deleteUnclaimedContacts(trx, norm, userId)
  }
  return userId
}
