import type { Updateable } from 'kysely'
import type { SignUpRow, SignUpTable } from '../database/schema/sign-ups.ts'
import type { Deps } from '../deps.ts'
import type { Identity } from '../oauth/provider.ts'
import { isContactClaimed } from '../stores/contact-store.ts'
import { addressOf } from './external-identity.ts'

type Known = Pick<SignUpRow, 'email_address_norm' | 'first_name' | 'last_name'>

export type IdentityFields = {
  columns: Updateable<SignUpTable>
  /** The address, in normal form, that needs no other proof; null when there is none. */
  verified: string | null
}

/**
 * What a sign-up takes from an identity: what it does not hold yet and the settings ask for. An address of somebody else
 * is left out, and the person is asked for one.
 */
export async function fieldsFromIdentity(
  { db, settings }: Deps,
  identity: Identity,
  known: Known = { email_address_norm: null, first_name: null, last_name: null },
): Promise<IdentityFields> {
  const norm = settings.emailAddress.enabled ? addressOf(identity) : null
  const isOwn = norm !== null && (known.email_address_norm ?? norm) === norm
  const isFree = isOwn && !(await isContactClaimed(db, norm))
  const takesName = (use: 'off' | 'optional' | 'required', before: string | null) =>
    use !== 'off' && before === null
  return {
    columns: {
      ...(isFree && identity.email !== null
        ? { email_address: identity.email, email_address_norm: norm }
        : {}),
      ...(takesName(settings.firstName, known.first_name) ? { first_name: identity.firstName } : {}),
      ...(takesName(settings.lastName, known.last_name) ? { last_name: identity.lastName } : {}),
    },
    verified: isFree && identity.emailVerified ? norm : null,
  }
}
