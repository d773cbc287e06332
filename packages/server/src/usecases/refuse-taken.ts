import { ApiError } from '../api-error.ts'
import type { ContactKind } from '../database/schema/contacts.ts'
import { DuplicateError, mapDuplicate } from '../database/transaction.ts'

/** Somebody else got the value in the meantime: nothing of this write stays, and the field says so. */
export async function refuseTaken<Result>(
  paramName: ContactKind | 'username',
  write: () => Promise<Result>,
): Promise<Result> {
  try {
    return await mapDuplicate(write)
  } catch (error) {
    if (error instanceof DuplicateError) throw new ApiError('form_identifier_exists', { paramName })
    throw error
  }
}
