import { isOAuthStrategy, type OAuthStrategy } from '@usher/protocol/strategies'
import { ApiError } from '../api-error.ts'
import type { WantedLink } from '../codes/send-proof.ts'
import type { ClientRow } from '../database/schema/clients.ts'
import { contactKinds } from '../database/schema/contacts.ts'
import type { SignInRow } from '../database/schema/sign-ins.ts'
import { type Connection, inTransaction } from '../database/transaction.ts'
import type { Deps } from '../deps.ts'
import type { Device } from '../devices/describe-device.ts'
import { contacts } from '../identifiers/contact.ts'
import { normalizeUsername } from '../identifiers/username.ts'
import { verifyPassword } from '../passwords/hash-password.ts'
import { updateClient } from '../stores/client-store.ts'
import { insertSignIn } from '../stores/sign-in-store.ts'
import { findUserByContact, findUserByUsername } from '../stores/user-store.ts'
import { newcomerKind } from '../strategies/newcomer.ts'
import type { Account } from '../strategies/strategy-handler.ts'
import { createId } from '../tokens/id.ts'
import { advanceFirstFactor } from './advance-first-factor.ts'
import { beginOAuth, type WantedFlow } from './begin-oauth.ts'
import { loadUserView } from './client-view.ts'
import { attemptLifetime } from './create-sign-up.ts'
import type { SignInStep } from './finish-sign-in.ts'
import { transferSignUp } from './oauth-sign-in.ts'
import { firstFactorHandler, isWayOut, refuseClosedEarly } from './open-sign-in.ts'
import { prepareFirstFactor } from './prepare-first-factor.ts'
import { openTicket, redeem, redeemTicket } from './redeem-ticket.ts'
import { refuseSecondSession } from './refuse-second-session.ts'
import { acceptInvitation, findInvitationOf, findInvited, openInvitation } from './take-up-invitation.ts'

export type CreateSignInInput = {
  client: ClientRow
  device: Device
  strategy: string | undefined
  /** Null when it was given, but empty. */
  identifier: string | null | undefined
  password: string | undefined
  ticket: string | undefined
  transfer: boolean | undefined
  /** An identifier that nobody has leads to a sign-up, once a code has shown whose it is. */
  signUpIfMissing: boolean
  link?: WantedLink | undefined
  wanted: WantedFlow
  /** Of the page that asks. */
  origin?: string | null | undefined
}

/** Begins a sign-in; with a password it is finished in the same call, with a code or link by email that leaves at once. */
export async function createSignIn(deps: Deps, input: CreateSignInInput): Promise<SignInStep> {
  await refuseSecondSession(deps, deps.db, input.client)
  if (input.transfer) return transferSignUp(deps, input, () => insert(deps, anybody(input), null))
  if (isOAuthStrategy(input.strategy)) return beginAtProvider(deps, input, input.strategy)
  refuseOtherWays(deps, input)
  if (input.ticket !== undefined) return signInByTicket(deps, input, input.ticket)
  if (!input.identifier) return proceed(deps, input, await insert(deps, input, null), null)
  const account = await findAccount(deps, input.identifier)
  if (!account && !deps.settings.enumerationProtection && !isOpenToNewcomer(deps, input)) {
    if (input.password !== undefined) await verifyPassword(deps, null, input.password)
    throw new ApiError('form_identifier_not_found', { paramName: 'identifier' })
  }
  // Without a proof it may be the way to a new password.
  const mayBeLocked =
    input.password === undefined && (input.strategy === undefined || isWayOut(input.strategy))
  await refuseClosedEarly(deps, account, { client: input.client, isWayOut: mayBeLocked })
  await refuseSecondSession(deps, deps.db, input.client, account?.user.id)
  const signIn = await insert(deps, input, account)
  return proceed(deps, input, signIn, account)
}

async function signInByTicket(deps: Deps, input: CreateSignInInput, token: string): Promise<SignInStep> {
  if (await findInvitationOf(deps, token)) return signInByInvitation(deps, input, token)
  const ticket = await openTicket(deps, token)
  const { client, device } = input
  const signIn = await openFor(deps, input, ticket.user_id)
  return redeemTicket(deps, { client, device, signIn, ticket })
}

/** Whoever has an account with the address by now needs no other one. */
async function signInByInvitation(deps: Deps, input: CreateSignInInput, token: string): Promise<SignInStep> {
  const invitation = await openInvitation(deps, token)
  const user = await findInvited(deps, invitation)
  if (!user) throw new ApiError('invitation_account_not_exists', { paramName: 'ticket' })
  const { client, device } = input
  const signIn = await openFor(deps, input, user.id)
  const use = (trx: Connection) => acceptInvitation(deps, trx, invitation.id)
  return redeem(deps, { client, device, signIn, userId: user.id, use })
}

async function openFor(deps: Deps, input: CreateSignInInput, userId: string): Promise<SignInRow> {
  const account = await loadUserView(deps, userId)
  await refuseClosedEarly(deps, account, { client: input.client, isWayOut: false })
  await refuseSecondSession(deps, deps.db, input.client, userId)
  return insert(deps, input, account)
}

async function beginAtProvider(
  deps: Deps,
  input: CreateSignInInput,
  strategy: OAuthStrategy,
): Promise<SignInStep> {
  const { client, wanted } = input
  const write = await beginOAuth(deps, { client, strategy, wanted })
  const signIn = await insert(deps, anybody(input), null)
  await write(deps.db, { owner: 'sign_in', ownerId: signIn.id, userId: null })
  return { signIn, started: null }
}

// Who it is, the provider says.
const anybody = (input: CreateSignInInput): CreateSignInInput => ({ ...input, identifier: undefined })

async function proceed(
  deps: Deps,
  { client, device, password, strategy = 'password', link, origin }: CreateSignInInput,
  signIn: SignInRow,
  account: Account,
): Promise<SignInStep> {
  if (strategy !== 'password') {
    await prepareFirstFactor(deps, { client, id: signIn.id, strategy, contactId: undefined, link, origin })
    return { signIn, started: null }
  }
  if (password === undefined) return { signIn, started: null }
  return advanceFirstFactor(deps, { client, device, signIn, account, strategy, password, code: undefined })
}

function refuseOtherWays(deps: Deps, input: CreateSignInInput): void {
  const { strategy, ticket, identifier, password } = input
  if (strategy === 'ticket' && ticket === undefined)
    throw new ApiError('form_param_missing', { paramName: 'ticket' })
  if (ticket !== undefined) return
  const saysWho = strategy !== undefined && firstFactorHandler(deps, strategy).identify !== undefined
  if (identifier === null) throw new ApiError('form_param_nil', { paramName: 'identifier' })
  if (identifier === undefined && !saysWho && (strategy !== undefined || password !== undefined))
    throw new ApiError('form_param_missing', { paramName: 'identifier' })
}

async function findAccount(deps: Deps, identifier: string): Promise<Account> {
  const { username } = deps.settings
  const contact = readContact(deps, identifier)
  const name = username.enabled && username.usedForFirstFactor ? readUsername(identifier) : null
  if (contact === null && name === null)
    throw new ApiError('form_param_format_invalid', { paramName: 'identifier' })
  const user =
    (contact && (await findUserByContact(deps.db, contact))) ||
    (name && (await findUserByUsername(deps.db, name)))
  return user ? loadUserView(deps, user.id) : null
}

/** An address or number in normal form, of the kinds that sign in here. */
function readContact({ settings }: Deps, identifier: string): string | null {
  for (const kind of contactKinds) {
    const { enabled, usedForFirstFactor } = contacts[kind].settings(settings)
    const isUsed = enabled && (usedForFirstFactor || kind === 'email_address')
    const normal = isUsed ? contacts[kind].normalize(identifier, settings) : null
    if (normal !== null) return normal
  }
  return null
}

// What cannot be a username is nobody's.
function readUsername(identifier: string): string | null {
  try {
    return normalizeUsername(identifier)
  } catch {
    return null
  }
}

// Nobody who is new has a password.
const isOpenToNewcomer = (deps: Deps, { signUpIfMissing, identifier, password }: CreateSignInInput) =>
  signUpIfMissing && password === undefined && newcomerKind(deps, identifier ?? '') !== null

function insert(deps: Deps, input: CreateSignInInput, account: Account): Promise<SignInRow> {
  const { client, identifier } = input
  const now = deps.clock.now()
  return inTransaction(deps.db, async (trx) => {
    const signIn = await insertSignIn(trx, {
      id: createId(deps.random, 'sia'),
      client_id: client.id,
      status: identifier ? 'needs_first_factor' : 'needs_identifier',
      identifier: identifier?.trim() ?? null,
      user_id: account?.user.id ?? null,
      sign_up_if_missing: isOpenToNewcomer(deps, input) ? 1 : 0,
      first_factor_strategy: null,
      first_factor_at: null,
      second_factor_strategy: null,
      second_factor_at: null,
      created_session_id: null,
      abandon_at: now + attemptLifetime,
      created_at: now,
      updated_at: now,
    })
    await updateClient(trx, client.id, { sign_in_id: signIn.id })
    return signIn
  })
}
