import { type ClerkAPIError, isClerkAPIResponseError, isKnownError } from '@usher/client'

export type AttemptErrors<Field extends string> = {
  /** By the name of the field to blame. */
  fields: Record<Field, ClerkAPIError | null>
  /** Everything that the last action failed with. */
  raw: ClerkAPIError[] | null
  /** What concerns no field. */
  global: ClerkAPIError[] | null
}

/** Sorts what the last action failed with into fields. */
export function attemptErrors<Field extends string>(error: unknown, names: readonly Field[]): AttemptErrors<Field> {
  const raw = toList(error)
  const fields = Object.fromEntries(
    names.map((name) => [name, raw.find(({ meta }) => meta.paramName === name) ?? null]),
  ) as AttemptErrors<Field>['fields']
  const global = raw.filter(({ meta }) => !names.some((name) => name === meta.paramName))
  return { fields, raw: raw.length > 0 ? raw : null, global: global.length > 0 ? global : null }
}

function toList(error: unknown): ClerkAPIError[] {
  if (isClerkAPIResponseError(error)) return error.errors
  if (!isKnownError(error)) return []
  return [{ code: error.code, message: error.message, longMessage: error.message, meta: {} }]
}
