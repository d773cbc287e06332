import { ApiError } from '../api-error.ts'
import { type ContactKind, contactKinds } from '../database/schema/contacts.ts'
import type { SignUpRow } from '../database/schema/sign-ups.ts'
import type { Connection } from '../database/transaction.ts'
import type { Deps } from '../deps.ts'
import { isListed, namesKind } from '../stores/access-identifier-store.ts'

/** What a sign-up says of who somebody is. */
export type Newcomer = Partial<Pick<SignUpRow, 'email_address_norm' | 'phone_number_norm' | 'invitation_id'>>

/** Stops a sign-up where it takes an invitation, and there is none. Says nothing of who has an account. */
export function refuseUninvited({ settings: { signUpMode } }: Deps, invitationId: string | null | undefined) {
  if (signUpMode === 'public' || invitationId != null) return
  throw new ApiError(signUpMode === 'waitlist' ? 'sign_up_restricted_waitlist' : 'sign_up_mode_restricted')
}

/**
 * Stops a sign-up with an address or a number that the blocklist names; and, where there is an allowlist, one of which it
 * names neither the address nor the number, unless an invitation is taken up. Throws `not_allowed_access`.
 * @param isDone nothing more comes: whoever has neither by now is on no list
 */
export async function refuseUnwelcome(
  { settings }: Deps,
  db: Connection,
  newcomer: Newcomer,
  { isDone = false } = {},
): Promise<void> {
  const given = contactKinds.flatMap((kind) => {
    const norm = newcomer[`${kind}_norm`]
    return norm ? [{ kind, norm }] : []
  })
  if (settings.blocklist)
    for (const { kind, norm } of given)
      if (await isListed(db, 'block', namesOf(kind, norm))) throw notAllowed(kind)
  if (!settings.allowlist || newcomer.invitation_id != null || (given.length === 0 && !isDone)) return
  const names = given.flatMap(({ kind, norm }) => namesOf(kind, norm))
  if (names.length === 0 || !(await isListed(db, 'allow', names))) throw notAllowed(given[0]?.kind)
}

/** Whether somebody who has an account may have this address or number, too. An allowlist that names none of a kind says nothing of it. */
export async function isWelcome(
  { settings }: Deps,
  db: Connection,
  { kind, norm }: { kind: ContactKind; norm: string },
): Promise<boolean> {
  const names = namesOf(kind, norm)
  if (settings.blocklist && (await isListed(db, 'block', names))) return false
  return !settings.allowlist || (await isListed(db, 'allow', names)) || !(await namesKind(db, 'allow', kind))
}

/** The refusal, with the field that is to blame. */
export const notAllowed = (kind?: ContactKind) =>
  new ApiError('not_allowed_access', kind === undefined ? {} : { paramName: kind })

// An address may be named by itself or by its domain.
const namesOf = (kind: ContactKind, norm: string): string[] =>
  kind === 'email_address' ? [norm, `*${norm.slice(norm.lastIndexOf('@'))}`] : [norm]
