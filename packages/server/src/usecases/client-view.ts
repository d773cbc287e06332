import type { ClientRow } from '../database/schema/clients.ts'
import type { ContactRow } from '../database/schema/contacts.ts'
import type { PasskeyRow } from '../database/schema/passkeys.ts'
import type { SessionRow } from '../database/schema/sessions.ts'
import type { SignInRow } from '../database/schema/sign-ins.ts'
import type { SignUpRow } from '../database/schema/sign-ups.ts'
import type { UserRow } from '../database/schema/users.ts'
import type { VerificationRow } from '../database/schema/verifications.ts'
import type { Deps } from '../deps.ts'
import { listContacts } from '../stores/contact-store.ts'
import { listPasskeys } from '../stores/passkey-store.ts'
import { listSignedIn } from '../stores/session-store.ts'
import { findSignIn } from '../stores/sign-in-store.ts'
import { findSignUp } from '../stores/sign-up-store.ts'
import { listUsersById } from '../stores/user-store.ts'
import { listContactVerifications, listVerifications } from '../stores/verification-store.ts'
import {
  type ExternalAccountView,
  loadAccountsOfUsers,
  loadFlow,
  type OAuthFlowView,
} from './external-account-view.ts'

export type UserView = {
  user: UserRow
  /** Addresses and phone numbers, in the order in which they were added. */
  contacts: ContactRow[]
  /** Codes under way for those that are not verified yet. */
  verifications: VerificationRow[]
  externalAccounts: ExternalAccountView[]
  /** The oldest first. */
  passkeys: PasskeyRow[]
}
export type SessionView = UserView & { session: SessionRow }
export type SignUpView = {
  signUp: SignUpRow
  verifications: VerificationRow[]
  /** The way to a provider that it is on. */
  flow: OAuthFlowView | null
}
export type SignInView = {
  signIn: SignInRow
  verifications: VerificationRow[]
  /** The code or link under way for what comes after the first factor. */
  secondVerification: VerificationRow | undefined
  account: UserView | null
  /** The way to a provider that it is on. */
  flow: OAuthFlowView | null
}

/** Everything a browser may know: its sessions with their users, and its open attempts. */
export type ClientView = {
  client: ClientRow
  sessions: SessionView[]
  signUp: SignUpView | null
  signIn: SignInView | null
}

/** Reads the whole client: one query when it is signed in and no attempt is open. */
export async function loadClientView(deps: Deps, client: ClientRow): Promise<ClientView> {
  const signedIn = await listSignedIn(deps.db, client.id, deps.clock.now())
  const codes = await codesUnderWay(
    deps,
    signedIn.flatMap(({ contacts }) => contacts),
  )
  const users = signedIn.map(({ user }) => user)
  const accounts = await loadAccountsOfUsers(
    deps,
    users.map(({ id }) => id),
  )
  const passkeys = await passkeysOf(deps, users)
  return {
    client,
    sessions: signedIn.map((view) => ({
      ...view,
      verifications: codesFor(view.contacts, codes),
      externalAccounts: accountsOf(view.user.id, accounts),
      passkeys: ownedBy(view.user, passkeys),
    })),
    signUp: client.sign_up_id ? await loadSignUpView(deps, client.sign_up_id, client.id) : null,
    signIn: client.sign_in_id ? await loadSignInView(deps, client.sign_in_id, client.id) : null,
  }
}

export async function loadUserViews(deps: Deps, ids: string[]): Promise<Map<string, UserView>> {
  if (ids.length === 0) return new Map()
  const users = await listUsersById(deps.db, ids)
  const contacts = users.length > 0 ? await listContacts(deps.db, ids) : []
  const codes = await codesUnderWay(deps, contacts)
  const accounts = await loadAccountsOfUsers(deps, ids)
  const passkeys = await passkeysOf(deps, users)
  return new Map(
    users.map((user) => {
      const own = ownedBy(user, contacts)
      const view = {
        user,
        contacts: own,
        verifications: codesFor(own, codes),
        externalAccounts: accountsOf(user.id, accounts),
        passkeys: ownedBy(user, passkeys),
      }
      return [user.id, view]
    }),
  )
}

/** The codes under way for what is not verified; no query when everything is. */
async function codesUnderWay(deps: Deps, contacts: ContactRow[]): Promise<VerificationRow[]> {
  const unverified = contacts.filter((row) => row.verified_at === null).map((row) => row.id)
  return unverified.length > 0 ? listContactVerifications(deps.db, unverified) : []
}

const accountsOf = (userId: string, accounts: ExternalAccountView[]) =>
  accounts.filter(({ row }) => row.user_id === userId)
/** The passkeys of those who have some; no query when nobody has. */
async function passkeysOf(deps: Deps, users: UserRow[]): Promise<PasskeyRow[]> {
  const ids = users.filter((user) => user.passkey_count > 0).map((user) => user.id)
  return ids.length > 0 ? listPasskeys(deps.db, ids) : []
}

const ownedBy = <Row extends { user_id: string }>({ id }: UserRow, rows: Row[]): Row[] =>
  rows.filter((row) => row.user_id === id)

const codesFor = (contacts: ContactRow[], codes: VerificationRow[]) =>
  codes.filter((row) => contacts.some(({ id }) => id === row.owner_id))

export async function loadUserView(deps: Deps, id: string): Promise<UserView | null> {
  return (await loadUserViews(deps, [id])).get(id) ?? null
}

export async function loadSignUpView(deps: Deps, id: string, clientId: string): Promise<SignUpView | null> {
  const signUp = await findSignUp(deps.db, id, clientId)
  if (!signUp) return null
  const flow = await loadFlow(deps, { owner: 'sign_up', ownerId: id })
  return { signUp, verifications: await listVerifications(deps.db, 'sign_up', [id]), flow }
}

export async function loadSignInView(deps: Deps, id: string, clientId: string): Promise<SignInView | null> {
  const signIn = await findSignIn(deps.db, id, clientId)
  if (!signIn) return null
  const account = signIn.user_id ? await loadUserView(deps, signIn.user_id) : null
  const isSecond = ['needs_second_factor', 'needs_client_trust'].includes(signIn.status)
  // Of a link that was confirmed it is told in which browser.
  const isByLink = signIn.second_factor_strategy === 'email_link'
  const [secondVerification] =
    isSecond || isByLink ? await listVerifications(deps.db, 'second_factor', [id]) : []
  const verifications = await listVerifications(deps.db, 'sign_in', [id])
  const flow = await loadFlow(deps, { owner: 'sign_in', ownerId: id })
  return { signIn, account, verifications, secondVerification, flow }
}
