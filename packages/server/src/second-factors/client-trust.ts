import type { ClientRow } from '../database/schema/clients.ts'
import type { Connection } from '../database/transaction.ts'
import type { Deps } from '../deps.ts'
import { listContacts } from '../stores/contact-store.ts'
import { hasSignedIn } from '../stores/device-store.ts'
import { findUser } from '../stores/user-store.ts'
import { needsSecondFactor, provesFirst } from './second-factors.ts'

export type TrustInput = { client: ClientRow; userId: string; strategy: string }

/**
 * Whether somebody who knows the password has to show by a code that the account is theirs, because this browser has
 * never held a session of it: a password that others know is worth nothing to them there. Whoever has a second factor is
 * asked for that instead; who has nothing a code could be sent to is not asked, nor whom a backend trusts everywhere.
 */
export async function needsClientTrust(
  { settings }: Deps,
  db: Connection,
  { client, userId, strategy }: TrustInput,
): Promise<boolean> {
  if (!settings.clientTrust || strategy !== 'password') return false
  const user = await findUser(db, userId)
  const contacts = await listContacts(db, [userId])
  if (
    !user ||
    user.bypass_client_trust === 1 ||
    needsSecondFactor(settings, { user, contacts }) ||
    !contacts.some(provesFirst)
  )
    return false
  return !(await hasSignedIn(db, { clientId: client.id, userId }))
}
