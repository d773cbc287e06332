import { ApiError } from '../api-error.ts'
import { type Connection, inTransaction } from '../database/transaction.ts'
import type { Deps } from '../deps.ts'
import { contacts } from '../identifiers/contact.ts'
import { checkPassword, normalizePassword } from '../passwords/check-password.ts'
import { hashPassword, verifyPassword } from '../passwords/hash-password.ts'
import { provesFirst } from '../second-factors/second-factors.ts'
import { closeSignInsOfUser } from '../stores/sign-in-store.ts'
import { replacePassword } from '../stores/user-store.ts'
import { announceUser } from './announce-user.ts'
import type { Caller } from './caller.ts'
import type { UserView } from './client-view.ts'
import { readUser } from './read-user.ts'
import { demandFreshProof } from './require-reverification.ts'
import { rotateClientSecret } from './rotate-client-secret.ts'
import { sendNotice } from './send-notice.ts'
import { settleTasks, tasksOfSession } from './session-tasks.ts'
import { signOutEverywhere } from './sign-out-everywhere.ts'
import { tryFactor } from './try-factor.ts'
import { writeAudit } from './write-audit.ts'

export type ChangedMe = {
  user: UserView
  /** The new secret of the browser after a change of password (S51). */
  clientSecret: string | null
}

/** A change that was allowed and waits to be written. */
export type CheckedPassword = { userId: string; before: string | null; after: string | null }

export type ChangePasswordInput = {
  caller: Caller
  currentPassword: string | undefined
  newPassword: string
  signOutOfOtherSessions: boolean
}

/** Changes or first sets the password; the secret of this browser changes with it, the session goes on (S9, S51). */
export async function changePassword(deps: Deps, input: ChangePasswordInput): Promise<ChangedMe> {
  const { caller, currentPassword: current, newPassword: next } = input
  const view = await readUser(deps, caller.session.user_id)
  const checked = await checkNewPassword(deps, caller, view, { current, next, paramName: 'new_password' })
  const clientSecret = await inTransaction(deps.db, async (trx) => {
    await writePassword(deps, trx, caller, checked)
    if (input.signOutOfOtherSessions) await signOutEverywhere(deps, trx, checked.userId, caller.session.id)
    return rotateClientSecret(deps, trx, caller.client)
  })
  announceUser(deps, checked.userId, 'user.updated', 'sessions.changed')
  sendNotice(deps, { change: 'password_changed', before: view, device: caller.device })
  return { user: await readUser(deps, checked.userId), clientSecret }
}

/** Removes the password of somebody who can sign in without one. */
export async function removePassword(
  deps: Deps,
  { caller, currentPassword }: { caller: Caller; currentPassword: string | undefined },
): Promise<ChangedMe> {
  const view = await readUser(deps, caller.session.user_id)
  const checked = await checkRemoval(deps, caller, view, currentPassword)
  const clientSecret = await inTransaction(deps.db, async (trx) => {
    await writePassword(deps, trx, caller, checked)
    return rotateClientSecret(deps, trx, caller.client)
  })
  announceUser(deps, checked.userId, 'user.updated')
  sendNotice(deps, { change: 'password_removed', before: view, device: caller.device })
  return { user: await readUser(deps, checked.userId), clientSecret }
}

/** Checks the current password, when there is one, and the new one against the policy. */
export async function checkNewPassword(
  deps: Deps,
  caller: Caller,
  view: UserView,
  { current, next, paramName }: { current: string | undefined; next: string; paramName: string },
): Promise<CheckedPassword> {
  if (!deps.settings.password.enabled) throw new ApiError('form_param_unknown', { paramName })
  const before = view.user.password_digest
  if (before !== null) await proveCurrent(deps, caller, view, current)
  const password = normalizePassword(next)
  await checkPassword(deps.settings, password, { paramName, personal: personalWords(view) })
  if (before !== null && (await verifyPassword(deps, before, next)))
    throw new ApiError('form_new_password_matches_current', { paramName })
  return { userId: view.user.id, before, after: await hashPassword(deps, password) }
}

/** Checks that the password may go: it is right, and another way to sign in stays (S39). */
export async function checkRemoval(
  deps: Deps,
  caller: Caller,
  view: UserView,
  current: string | undefined,
): Promise<CheckedPassword> {
  const { user } = view
  if (user.password_digest === null) throw new ApiError('no_password_set')
  await proveCurrent(deps, caller, view, current)
  const canUseCode = view.contacts.some(
    (row) => provesFirst(row) && contacts[row.kind].isCodeSignInOn(deps.settings),
  )
  const canUseAccount = view.externalAccounts.some(({ row }) => row.verified_at !== null)
  if (deps.settings.password.required || !(canUseCode || canUseAccount))
    throw new ApiError('identification_deletion_failed', {
      longMessage: 'The password is needed here to sign in, and cannot be removed.',
    })
  return { userId: user.id, before: user.password_digest, after: null }
}

/** Writes a checked change; the caller rotates the secret of the browser when everything else is written. */
export async function writePassword(
  deps: Deps,
  trx: Connection,
  caller: Caller,
  { userId, before, after }: CheckedPassword,
): Promise<void> {
  const now = deps.clock.now()
  const values = {
    password_digest: after,
    password_updated_at: after === null ? null : now,
    password_compromised_at: null,
    updated_at: now,
  }
  // Somebody else changed it between the check and now: what was proved is not the current password any more.
  if (!(await replacePassword(trx, userId, before, values)))
    throw new ApiError('form_password_incorrect', { paramName: 'current_password' })
  await closeSignInsOfUser(trx, userId)
  await settleTasks(deps, trx, userId)
  const event = after === null ? 'password_removed' : 'password_changed'
  await writeAudit(deps, trx, { event, userId, caller })
}

/** What a password must not be: the person's own names and addresses (S8). */
export const personalWords = ({
  user,
  contacts: own,
}: Pick<UserView, 'user' | 'contacts'>): (string | null)[] => [
  user.first_name,
  user.last_name,
  user.username,
  ...own.map((row) => row.value),
]

async function proveCurrent(
  deps: Deps,
  caller: Caller,
  { user }: UserView,
  current: string | undefined,
): Promise<void> {
  const paramName = 'current_password'
  if (current === undefined) {
    // Whoever came so far has lately proved who they are (S9).
    if (deps.settings.reverification.enabled) return
    // A password that others may know proves nothing, so whoever has to choose another one is not asked for it.
    if (tasksOfSession(caller.session)[0] === 'reset-password') return demandFreshProof(deps, caller)
    throw new ApiError('form_param_missing', { paramName })
  }
  const prove = async () => {
    if (await verifyPassword(deps, user.password_digest, current)) return
    await writeAudit(deps, deps.db, { event: 'password_changed', userId: user.id, caller, result: 'refused' })
    throw new ApiError('form_password_incorrect', { paramName, longMessage: 'This is not your password.' })
  }
  await tryFactor(deps, user, prove, { caller })
}
