import type { InstanceSettings } from '@usher/protocol'
import { ApiError } from '../api-error.ts'
import type { UserRow } from '../database/schema/users.ts'
import type { Connection } from '../database/transaction.ts'
import type { Deps } from '../deps.ts'
import { findDeviceTries, hasSignedIn } from '../stores/device-store.ts'

/** Stops somebody who may not sign in: `user_banned`, or `user_locked` with the seconds until the lock ends. */
export function refuseClosed(user: UserRow, now: number): void {
  if (user.banned) throw new ApiError('user_banned')
  const seconds = secondsLocked(user, now)
  if (seconds !== null) throw lockedFor(seconds)
}

/**
 * Stops somebody who may not sign in on a device: wrong tries elsewhere do not keep the owner of an account out where
 * they have signed in before, as long as that device has tries of its own left (S45).
 */
export async function refuseClosedOn(
  { clock, settings }: Pick<Deps, 'clock' | 'settings'>,
  db: Connection,
  client: { id: string } | null,
  user: UserRow,
): Promise<void> {
  const now = clock.now()
  const device = client && { userId: user.id, clientId: client.id }
  const isExempt = device !== null && isLockedByTries(settings, user, now) && (await hasSignedIn(db, device))
  if (!isExempt) return refuseClosed(user, now)
  const tries = await findDeviceTries(db, device)
  const seconds = tries ? secondsLocked(tries, now) : null
  if (seconds !== null) throw lockedFor(seconds)
}

export const lockedFor = (seconds: number): ApiError =>
  new ApiError('user_locked', { retryAfter: seconds, meta: { lockout_expires_in_seconds: seconds } })

/** Whole seconds until a lock ends; null when there is none. */
export const secondsLocked = (
  { locked_until: until }: Pick<UserRow, 'locked_until'>,
  now: number,
): number | null => (until === null || until <= now ? null : Math.ceil((until - now) / 1000))

/** Whether too many wrong tries locked an account: its owner gets in again on a device that is known, or by resetting the password (S45). */
export const isLockedByTries = (
  { lockAfter }: Pick<InstanceSettings, 'lockAfter'>,
  user: UserRow,
  now: number,
): boolean => secondsLocked(user, now) !== null && user.failed_attempts >= lockAfter && !user.banned
