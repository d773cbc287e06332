import type { Kysely, Transaction } from 'kysely'
import type { Tables } from './schema/tables.ts'

/** What a store function works on: the database, or the transaction it runs in. */
export type Connection = Kysely<Tables> | Transaction<Tables>

// What an engine says to the one of several transactions that it gives up so that the others can go on: PostgreSQL's
// deadlock and serialization failure; SQLite's busy and busy snapshot, when another process writes to the file.
const gaveWayCodes = new Set<unknown>(['40P01', '40001', 5, 517])
const ownerGoneCodes = new Set<unknown>(['23503', 787])
/** How often something that gave way is tried. */
export const mostTries = 10

/** Thrown by `inTransaction` when a row belongs to one that was deleted in the meantime. */
export class OwnerGoneError extends Error {
  override readonly name = 'OwnerGoneError'
}

/**
 * Runs a piece of work in one transaction; inside it only `trx` is used. When the database chose it to give way to
 * another one it begins again, so the work must do nothing that a rollback cannot undo. Work that writes to several
 * of these tables does it in this order, so that this stays rare: users, sessions, clients.
 */
export async function inTransaction<Result>(
  db: Kysely<Tables>,
  work: (trx: Transaction<Tables>) => Promise<Result>,
): Promise<Result> {
  for (let tries = 1; ; tries++) {
    try {
      return await db.transaction().execute(work)
    } catch (error) {
      if (isOneOf(error, ownerGoneCodes))
        throw new OwnerGoneError('a row that this one belongs to was deleted', { cause: error })
      if (tries === mostTries || !hasGivenWay(error)) throw error
    }
  }
}

/** Whether an engine gave a transaction up for the sake of others. */
export const hasGivenWay = (error: unknown): boolean => isOneOf(error, gaveWayCodes)

/** Thrown by `mapDuplicate` when a unique index refused a row, whatever the engine calls it. */
export class DuplicateError extends Error {
  override readonly name = 'DuplicateError'
}

const duplicateCodes = new Set<unknown>(['23505', 2067, 1555])

/** Whether an engine refused to write what is there already. */
export const isDuplicate = (error: unknown): boolean => isOneOf(error, duplicateCodes)

/** Runs a write and turns the engine's own unique violation into `DuplicateError`. */
export async function mapDuplicate<Result>(write: () => Promise<Result>): Promise<Result> {
  try {
    return await write()
  } catch (error) {
    if (isDuplicate(error)) throw new DuplicateError('a row with this value exists', { cause: error })
    throw error
  }
}

// PostgreSQL says it in `code`, SQLite in Node in `errcode`, SQLite in WebAssembly in `resultCode`.
function isOneOf(error: unknown, codes: Set<unknown>): boolean {
  const { code, errcode, resultCode } = error as { code?: unknown; errcode?: unknown; resultCode?: unknown }
  return [code, errcode, resultCode].some((value) => codes.has(value))
}
