import { ApiError } from '../api-error.ts'
import { checkLink, type OpenedLink } from '../codes/check-link.ts'
import type { ClientRow } from '../database/schema/clients.ts'
import type { VerificationRow } from '../database/schema/verifications.ts'
import { inTransaction } from '../database/transaction.ts'
import type { Deps } from '../deps.ts'
import type { Device } from '../devices/describe-device.ts'
import { findClient } from '../stores/client-store.ts'
import { findAnyContact } from '../stores/contact-store.ts'
import { updateUser } from '../stores/user-store.ts'
import { advanceFirstFactor } from './advance-first-factor.ts'
import { advanceSecondFactor } from './advance-second-factor.ts'
import { announceUser } from './announce-user.ts'
import { verifySignUp } from './attempt-sign-up-verification.ts'
import { openSecondFactor } from './open-second-factor.ts'
import { openSignIn } from './open-sign-in.ts'
import { openSignUp } from './open-sign-up.ts'
import { type EmailLink, readEmailLink } from './read-email-link.ts'
import { readUser } from './read-user.ts'
import { refuseTaken } from './refuse-taken.ts'
import { sendNotice } from './send-notice.ts'
import { contactOf } from './sign-up-requirements.ts'
import type { StartedSession } from './start-session.ts'
import { verifyContact } from './verify-contact.ts'

export type ConfirmEmailLinkInput = { client: ClientRow | null; device: Device; token: string | undefined }

/** What came of it, as the page of the app is told. */
export type ConfirmedLink = {
  status: 'verified' | Exclude<EmailLink['state'], 'open'>
  redirectUrl: string
  started: StartedSession | null
}

/**
 * Confirms a link once: its sign-in, sign-up or address goes on where it was begun, and a session is made in that
 * browser only (S28). What cannot go on there any more is `failed`. Throws `verification_missing` and
 * `too_many_requests`.
 */
export async function confirmEmailLink(deps: Deps, input: ConfirmEmailLinkInput): Promise<ConfirmedLink> {
  const link = await readEmailLink(deps, input)
  const { state, redirectUrl } = link
  if (state !== 'open') return { status: state, redirectUrl, started: null }
  try {
    return { status: 'verified', redirectUrl, started: await carryOut(deps, link, input) }
  } catch (error) {
    if (!(error instanceof ApiError) || error.code === 'too_many_requests') throw error
    return { status: 'failed', redirectUrl, started: null }
  }
}

async function carryOut(
  deps: Deps,
  { row, isElsewhere }: EmailLink,
  { client, device, token = '' }: ConfirmEmailLinkInput,
): Promise<StartedSession | null> {
  const link = { token, openedBy: client?.id ?? null }
  if (row.owner === 'email_address') return confirmContact(deps, row, link, device)
  const beginner = await findClient(deps.db, row.client_id ?? '')
  if (!beginner) throw new ApiError('client_not_found')
  const begun = { userAgent: row.user_agent ?? '', ipAddress: row.ip_address }
  const place = { client: beginner, device: isElsewhere ? begun : device, isElsewhere }
  const confirm = confirmers[row.owner] ?? confirmSignIn
  return confirm(deps, row, link, place)
}

type Where = { client: ClientRow; device: Device; isElsewhere: boolean }

async function confirmSignIn(deps: Deps, row: VerificationRow, link: OpenedLink, place: Where) {
  const { signIn, account } = await openSignIn(deps, place.client, row.owner_id)
  if (signIn.status !== 'needs_first_factor') throw new ApiError('verification_already_verified')
  const proof = { strategy: 'email_link', code: undefined, password: undefined, link }
  return (await advanceFirstFactor(deps, { ...place, signIn, account, ...proof })).started
}

async function confirmNewDevice(deps: Deps, row: VerificationRow, link: OpenedLink, place: Where) {
  const asked = { client: place.client, id: row.owner_id, strategy: 'email_link' }
  const open = await openSecondFactor(deps, asked)
  const proof = { strategy: asked.strategy, code: undefined, password: undefined, link }
  return (await advanceSecondFactor(deps, { ...place, ...open, ...proof })).started
}

async function confirmSignUp(deps: Deps, row: VerificationRow, link: OpenedLink, place: Where) {
  const kind = 'email_address'
  const signUp = await openSignUp(deps, place.client, row.owner_id)
  const owner = { owner: 'sign_up', ownerId: signUp.id } as const
  const proof = await checkLink(deps, { ...owner, link, addressNorm: contactOf(signUp, kind).norm })
  const provedBy = link.openedBy
  const step = await verifySignUp(deps, { ...place, signUp, kind, proof, provedBy })
  return step.started
}

const confirmers: { [owner in VerificationRow['owner']]?: typeof confirmSignIn } = {
  sign_up: confirmSignUp,
  second_factor: confirmNewDevice,
}

async function confirmContact(
  deps: Deps,
  row: VerificationRow,
  link: OpenedLink,
  device: Device,
): Promise<null> {
  const kind = 'email_address'
  const contact = await findAnyContact(deps.db, kind, row.owner_id)
  if (!contact || contact.verified_at !== null) throw new ApiError('verification_already_verified')
  const before = await readUser(deps, contact.user_id)
  const owner = { owner: kind, ownerId: contact.id } as const
  const proof = await checkLink(deps, { ...owner, link, addressNorm: contact.value_norm })
  const { openedBy } = link
  await refuseTaken(kind, () =>
    inTransaction(deps.db, async (trx) => {
      const user = await updateUser(trx, contact.user_id, { updated_at: deps.clock.now() })
      if (!user) throw new ApiError('resource_not_found')
      await proof.consume(trx)
      await verifyContact(deps, trx, { user, contact, strategy: 'email_link', openedBy })
    }),
  )
  announceUser(deps, contact.user_id, 'user.updated')
  sendNotice(deps, { change: 'email_address_added', before, device })
  return null
}
