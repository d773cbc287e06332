import type { Kysely, Transaction } from 'kysely'
import type { Tables } from './schema/tables.ts'

/** What a store function works on: the database, or the transaction it runs in. */
export type Connection = Kysely<Tables> | Transaction<Tables>

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
