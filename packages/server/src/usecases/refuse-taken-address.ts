import { ApiError } from '../api-error.ts'
import { DuplicateError, mapDuplicate } from '../database/transaction.ts'

/** Somebody else proved to own the address in the meantime: nothing of this write stays, and the field says so. */
export async function refuseTakenAddress<Result>(write: () => Promise<Result>): Promise<Result> {
  try {
    return await mapDuplicate(write)
  } catch (error) {
    if (error instanceof DuplicateError)
      throw new ApiError('form_identifier_exists', { paramName: 'email_address' })
    throw error
  }
}
