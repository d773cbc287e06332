import type { InstanceSettings } from '@usher/protocol'
import { ApiError } from '../api-error.ts'
import type { UserRow } from '../database/schema/users.ts'

/** Stops somebody who may not sign in: `user_banned`, or `user_locked` with the seconds until the lock ends. */
export function refuseClosed(user: UserRow, now: number): void {
  if (user.banned) throw new ApiError('user_banned')
  const seconds = secondsLocked(user, now)
  if (seconds === null) return
  throw new ApiError('user_locked', { retryAfter: seconds, meta: { lockout_expires_in_seconds: seconds } })
}

/** Whole seconds until a lock ends; null when there is none. */
export const secondsLocked = ({ locked_until: until }: UserRow, now: number): number | null =>
  until === null || until <= now ? null : Math.ceil((until - now) / 1000)

/** Whether too many wrong tries locked an account: its owner gets in again by resetting the password (S45). */
export const isLockedByTries = (
  { lockAfter }: Pick<InstanceSettings, 'lockAfter'>,
  user: UserRow,
  now: number,
): boolean => secondsLocked(user, now) !== null && user.failed_attempts >= lockAfter && !user.banned
