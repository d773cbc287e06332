import type { Kysely, Transaction } from 'kysely'
import type { Tables } from './schema/tables.ts'

/** What a store function works on: the database, or the transaction it runs in. */
export type Connection = Kysely<Tables> | Transaction<Tables>

// What PostgreSQL says to the one of several transactions that it gives up so that the others can go on.
const gaveWay = new Set<unknown>(['40P01', '40001'])
const mostTries = 10

/**
 * Runs a piece of work in one transaction; inside it only `trx` is used. When the database chose it to give way to
 * another one it begins again, so the work must do nothing that a rollback cannot undo.
 */
export async function inTransaction<Result>(
  db: Kysely<Tables>,
  work: (trx: Transaction<Tables>) => Promise<Result>,
): Promise<Result> {
  for (let tries = 1; ; tries++) {
    try {
      return await db.transaction().execute(work)
    } catch (error) {
      if (tries === mostTries || !gaveWay.has((error as { code?: unknown }).code)) throw error
    }
  }
}

/** Thrown by `mapDuplicate` when a unique index refused a row, whatever the engine calls it. */
export class DuplicateError extends Error {
  override readonly name = 'DuplicateError'
}

const duplicateCodes = new Set<unknown>(['23505', 2067, 1555])

/** Runs a write and turns the engine's own unique violation into `DuplicateError`. */
export async function mapDuplicate<Result>(write: () => Promise<Result>): Promise<Result> {
  try {
    return await write()
  } catch (error) {
    const { code, errcode, resultCode } = error as { code?: unknown; errcode?: unknown; resultCode?: unknown }
    if ([code, errcode, resultCode].some((value) => duplicateCodes.has(value)))
      throw new DuplicateError('a row with this value exists', { cause: error })
    throw error
  }
}
