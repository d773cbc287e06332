import type { SessionRow } from '../database/schema/sessions.ts'
import type { Connection } from '../database/transaction.ts'
import type { Deps } from '../deps.ts'
import { type Device, describeDevice } from '../devices/describe-device.ts'
import { listCountriesOfUser } from '../stores/session-store.ts'

/**
 * The columns of a session that say when, with what and from where it was last used. A place is new when its country
 * is none from which the user was signed in before: cities of the same country change with the network.
 * @param session as it was before; null for one that begins
 */
export async function describeUse(
  { clock, geolocation }: Deps,
  db: Connection,
  { userId, device, session }: { userId: string; device: Device; session: SessionRow | null },
) {
  const description = describeDevice(geolocation, device)
  const { country } = description
  if (session && country === session.country)
    return { ...description, is_new_place: session.is_new_place, last_active_at: clock.now() }
  const known = country === null ? [] : await listCountriesOfUser(db, userId)
  const isNew = known.length > 0 && !known.includes(country)
  return { ...description, is_new_place: isNew ? 1 : 0, last_active_at: clock.now() }
}
