import { ApiError } from '../api-error.ts'
import type { UserRow } from '../database/schema/users.ts'
import { inTransaction } from '../database/transaction.ts'
import type { Deps } from '../deps.ts'
import {
  countDeviceTry,
  type DeviceOfUser,
  findDeviceTries,
  forgiveDeviceTry,
  hasSignedIn,
} from '../stores/device-store.ts'
import { countTry, forgiveTry } from '../stores/second-factor-store.ts'
import { findUser } from '../stores/user-store.ts'
import type { Caller } from './caller.ts'
import { lockedFor, secondsLocked } from './refuse-closed.ts'
import { writeAudit } from './write-audit.ts'

/** Who tries: the browser, and the session that asks where there is one; nobody when it is a backend. */
export type Tryer = { client?: { id: string } | null; caller?: Caller }

/**
 * Tries to prove something of an account. The try is counted before it is made, and taken back when it was right: of
 * many at once no more are made than `lockAfter` allows, and the last wrong one locks the account (S44). A device that
 * its owner has signed in on has as many tries of its own, which a lock by others leaves it (S45). Throws `user_locked`
 * when none may be made.
 */
export async function tryFactor<Proof>(
  deps: Deps,
  user: UserRow,
  attempt: () => Promise<Proof>,
  tryer: Tryer = {},
): Promise<Proof> {
  const counted = await beginTry(deps, user.id, tryer)
  if (counted instanceof ApiError) throw counted
  return endTry(deps, counted, attempt, tryer)
}

/** A try that was counted. */
export type CountedTry = {
  userId: string
  /** The device with tries of its own; null when it has none. */
  device: DeviceOfUser | null
  /** Whether it counts against the account: not when that is locked already. */
  isOfAccount: boolean
  /** It is the last one that may be made. */
  isLast: boolean
}

/** Counts a try that is about to be made; says why when none may be made. */
export async function beginTry(
  deps: Deps,
  userId: string,
  { client, caller }: Tryer,
): Promise<CountedTry | ApiError> {
  const { db, clock, settings } = deps
  const now = clock.now()
  const { lockAfter, lockDuration } = settings
  const tries = { now, lockAfter, lockUntil: now + lockDuration }
  const clientId = (caller?.client ?? client)?.id
  const own = clientId === undefined ? null : { userId, clientId }
  const device = own && (await hasSignedIn(db, own)) ? own : null
  // In a transaction, which tells an account that was deleted in the meantime from a fault.
  const ofDevice = device && (await inTransaction(db, (trx) => countDeviceTry(trx, device, tries)))
  if (device && !ofDevice) return refusal(deps, await findDeviceTries(db, device))
  const ofAccount = await countTry(db, userId, tries)
  if (!ofAccount && !device) return refusal(deps, await findUser(db, userId))
  const isLast = [ofDevice, ofAccount].some((row) => row != null && row.failed_attempts >= lockAfter)
  return { userId, device, isOfAccount: ofAccount !== undefined, isLast }
}

/** Makes a counted try. */
export async function endTry<Proof>(
  deps: Deps,
  counted: CountedTry,
  attempt: () => Promise<Proof>,
  { caller }: Tryer = {},
): Promise<Proof> {
  try {
    const proof = await attempt()
    await forgive(deps, counted)
    return proof
  } catch (error) {
    if (!isWrong(error)) await forgive(deps, counted)
    else if (counted.isLast)
      await writeAudit(deps, deps.db, {
        event: 'user_locked',
        userId: counted.userId,
        ...(caller ? { caller } : {}),
      })
    throw error
  }
}

async function forgive({ db, settings }: Deps, { userId, device, isOfAccount }: CountedTry): Promise<void> {
  if (device) await forgiveDeviceTry(db, device, settings.lockAfter)
  if (isOfAccount) await forgiveTry(db, userId, settings.lockAfter)
}

function refusal({ clock }: Deps, locked: Pick<UserRow, 'locked_until'> | undefined): ApiError {
  const seconds = locked ? secondsLocked(locked, clock.now()) : null
  // The last one is being made, and may turn out right.
  return seconds === null ? new ApiError('too_many_requests', { retryAfter: 1 }) : lockedFor(seconds)
}

// Everything else says nothing about what was typed: no password set, no code sent, too much to do.
const isWrong = (error: unknown) =>
  error instanceof ApiError && ['form_password_incorrect', 'form_code_incorrect'].includes(error.code)
