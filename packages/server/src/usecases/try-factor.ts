import { ApiError } from '../api-error.ts'
import type { UserRow } from '../database/schema/users.ts'
import type { Deps } from '../deps.ts'
import { countTry, forgiveTry } from '../stores/second-factor-store.ts'
import { findUser } from '../stores/user-store.ts'
import type { Caller } from './caller.ts'
import { refuseClosed } from './refuse-closed.ts'
import { writeAudit } from './write-audit.ts'

/**
 * Tries to prove something of an account. The try is counted before it is made, and taken back when it was right: of
 * many at once no more are made than `lockAfter` allows, and the last wrong one locks the account (S44). Throws
 * `user_locked` when it is locked.
 */
export async function tryFactor<Proof>(
  deps: Deps,
  user: UserRow,
  attempt: () => Promise<Proof>,
  caller?: Caller,
): Promise<Proof> {
  const counted = await beginTry(deps, user.id)
  if (counted) return endTry(deps, counted, attempt, caller)
  const now = deps.clock.now()
  refuseClosed((await findUser(deps.db, user.id)) ?? user, now)
  throw new ApiError('too_many_requests', { retryAfter: 1 })
}

/** Counts a try that is about to be made; undefined when none may be made. */
export function beginTry({ db, clock, settings }: Deps, userId: string): Promise<UserRow | undefined> {
  const now = clock.now()
  const { lockAfter, lockDuration } = settings
  return countTry(db, userId, { now, lockAfter, lockUntil: now + lockDuration })
}

/** Makes a counted try. */
export async function endTry<Proof>(
  deps: Deps,
  counted: UserRow,
  attempt: () => Promise<Proof>,
  caller?: Caller,
): Promise<Proof> {
  const { lockAfter } = deps.settings
  try {
    const proof = await attempt()
    await forgiveTry(deps.db, counted.id, lockAfter)
    return proof
  } catch (error) {
    if (!isWrong(error)) await forgiveTry(deps.db, counted.id, lockAfter)
    else if (counted.failed_attempts >= lockAfter)
      await writeAudit(deps, deps.db, {
        event: 'user_locked',
        userId: counted.id,
        ...(caller ? { caller } : {}),
      })
    throw error
  }
}

// Everything else says nothing about what was typed: no password set, no code sent, too much to do.
const isWrong = (error: unknown) =>
  error instanceof ApiError && ['form_password_incorrect', 'form_code_incorrect'].includes(error.code)
