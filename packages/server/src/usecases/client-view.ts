import type { ClientRow } from '../database/schema/clients.ts'
import type { ContactRow } from '../database/schema/contacts.ts'
import type { SessionRow } from '../database/schema/sessions.ts'
import type { SignInRow } from '../database/schema/sign-ins.ts'
import type { SignUpRow } from '../database/schema/sign-ups.ts'
import type { UserRow } from '../database/schema/users.ts'
import type { VerificationRow } from '../database/schema/verifications.ts'
import type { Deps } from '../deps.ts'
import { listContacts } from '../stores/contact-store.ts'
import { listActiveSessionsWithUsers } from '../stores/session-store.ts'
import { findSignIn } from '../stores/sign-in-store.ts'
import { findSignUp } from '../stores/sign-up-store.ts'
import { listUsersById } from '../stores/user-store.ts'
import { listContactVerifications, listVerifications } from '../stores/verification-store.ts'

export type UserView = {
  user: UserRow
  /** Addresses and phone numbers, in the order in which they were added. */
  contacts: ContactRow[]
  /** Codes under way for those that are not verified yet. */
  verifications: VerificationRow[]
}
export type SessionView = UserView & { session: SessionRow }
export type SignUpView = { signUp: SignUpRow; verifications: VerificationRow[] }
export type SignInView = {
  signIn: SignInRow
  verifications: VerificationRow[]
  /** The code under way for the second factor. */
  secondVerification: VerificationRow | undefined
  account: Pick<UserView, 'user' | 'contacts'> | null
}

/** Everything a browser may know: its sessions with their users, and its open attempts. */
export type ClientView = {
  client: ClientRow
  sessions: SessionView[]
  signUp: SignUpView | null
  signIn: SignInView | null
}

/** Reads the whole client: two queries when it is signed in and no attempt is open. */
export async function loadClientView(deps: Deps, client: ClientRow): Promise<ClientView> {
  const sessions = await listActiveSessionsWithUsers(deps.db, client.id, deps.clock.now())
  const accounts = await addContacts(
    deps,
    sessions.map(({ user }) => user),
  )
  return {
    client,
    sessions: sessions.flatMap(({ session, user }) => {
      const account = accounts.get(user.id)
      return account ? [{ ...account, session }] : []
    }),
    signUp: client.sign_up_id ? await loadSignUpView(deps, client.sign_up_id, client.id) : null,
    signIn: client.sign_in_id ? await loadSignInView(deps, client.sign_in_id, client.id) : null,
  }
}

export const loadUserViews = async (deps: Deps, ids: string[]): Promise<Map<string, UserView>> =>
  addContacts(deps, ids.length === 0 ? [] : await listUsersById(deps.db, ids))

/** Adds to some users how they are reached, and the codes under way for what is not verified. */
async function addContacts(deps: Deps, users: UserRow[]): Promise<Map<string, UserView>> {
  if (users.length === 0) return new Map()
  const ids = [...new Set(users.map(({ id }) => id))]
  const contacts = await listContacts(deps.db, ids)
  const unverified = contacts.filter((row) => row.verified_at === null).map((row) => row.id)
  const verifications = unverified.length > 0 ? await listContactVerifications(deps.db, unverified) : []
  return new Map(
    users.map((user) => {
      const own = contacts.filter((row) => row.user_id === user.id)
      const codes = verifications.filter((row) => own.some(({ id }) => id === row.owner_id))
      return [user.id, { user, contacts: own, verifications: codes }]
    }),
  )
}

export async function loadUserView(deps: Deps, id: string): Promise<UserView | null> {
  return (await loadUserViews(deps, [id])).get(id) ?? null
}

export async function loadSignUpView(deps: Deps, id: string, clientId: string): Promise<SignUpView | null> {
  const signUp = await findSignUp(deps.db, id, clientId)
  if (!signUp) return null
  return { signUp, verifications: await listVerifications(deps.db, 'sign_up', [id]) }
}

export async function loadSignInView(deps: Deps, id: string, clientId: string): Promise<SignInView | null> {
  const signIn = await findSignIn(deps.db, id, clientId)
  if (!signIn) return null
  const account = signIn.user_id ? await loadUserView(deps, signIn.user_id) : null
  const isSecond = signIn.status === 'needs_second_factor'
  const [secondVerification] = isSecond ? await listVerifications(deps.db, 'second_factor', [id]) : []
  const verifications = await listVerifications(deps.db, 'sign_in', [id])
  return { signIn, account, verifications, secondVerification }
}
