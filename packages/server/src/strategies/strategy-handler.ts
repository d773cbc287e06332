import type { InstanceSettings } from '@usher/protocol'
import type { OpenedLink } from '../codes/check-link.ts'
import type { WantedLink } from '../codes/send-proof.ts'
import type { ContactRow } from '../database/schema/contacts.ts'
import type { SignInRow } from '../database/schema/sign-ins.ts'
import type { UserRow } from '../database/schema/users.ts'
import type { Connection } from '../database/transaction.ts'
import type { Deps } from '../deps.ts'

/** The account behind a sign-in; null when nobody has the identifier and the caller must not learn it. */
export type Account = { user: UserRow; contacts: ContactRow[] } | null

/** What a factor is proved for: a sign-in, or a session whose person proves once more who they are. */
export type FactorAttempt = Pick<SignInRow, 'id' | 'identifier' | 'sign_up_if_missing'>

export type FactorContext = { signIn: FactorAttempt; account: Account }

/** Where a code shall go: the id of an address or number of the account. */
export type PrepareInput = {
  contactId: string | undefined
  link?: WantedLink | undefined
  /** Of the page that asks; null when it may not. */
  origin?: string | null | undefined
}
export type AttemptInput = {
  code: string | undefined
  password: string | undefined
  /** JSON text of what an authenticator gave. */
  credential?: string | undefined
  /** Only where somebody confirmed a link; a request of the client has none. */
  link?: OpenedLink
}

/** A factor that was proved; `consume` uses the proof up in the transaction that acts on it. */
export type FactorProof = {
  /** The address or number that was proved, where it was one. */
  targetId?: string | null
  /** It shows what a second factor would show too. */
  provesBoth?: boolean
  consume(trx: Connection): Promise<void>
}

/** One way to prove who you are when signing in. */
export type FactorHandler = {
  /** Whether the settings offer this way. */
  isEnabled(settings: InstanceSettings): boolean
  /** Sends what the person needs for the proof; absent when nothing has to be sent. */
  prepare?(deps: Deps, context: FactorContext, input: PrepareInput): Promise<void>
  /** Checks the proof; throws and counts when it is wrong. */
  attempt(deps: Deps, context: FactorContext, input: AttemptInput): Promise<FactorProof>
}

/** The same as what comes first. */
export type FirstFactorHandler = FactorHandler & {
  /** Where a sign-in goes once this is proved; `complete` by way of the second factor of those who have one. */
  leadsTo: 'complete' | 'needs_new_password'
  /** Open to somebody whose account wrong tries have locked (S45). */
  leadsOutOfLock?: true
  /** Tells by the proof whose it is, where nobody typed an identifier; throws when it is nobody's. */
  identify?(deps: Deps, input: AttemptInput): Promise<string>
}
