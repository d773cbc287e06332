import { type ClerkAPIError, isClerkAPIResponseError, isClerkRuntimeError } from '@usher/client'

export type FieldError = { code: string; message: string; longMessage: string }

export type AttemptErrors<Field extends string> = {
  /** By field; null where nothing is wrong. */
  fields: Record<Field, FieldError | null>
  /** What concerns no field of the form, such as an answer that never came; null when there is nothing. */
  global: FieldError[] | null
  /** As the server said it; null when nothing is wrong. */
  raw: ClerkAPIError[] | null
}

/** Sorts what the server said by the fields of a form. */
export function attemptErrors<Field extends string>(
  error: unknown,
  fields: readonly Field[],
): AttemptErrors<Field> {
  const raw = isClerkAPIResponseError(error) ? error.errors : []
  const fieldOf = ({ meta }: ClerkAPIError) => toCamelCase(meta.paramName ?? '') as Field
  const byField = Object.fromEntries(
    fields.map((field) => [field, raw.find((item) => fieldOf(item) === field) ?? null]),
  ) as Record<Field, FieldError | null>
  const global: FieldError[] = raw.filter((item) => !fields.includes(fieldOf(item)))
  if (error && raw.length === 0) global.push(noVerdict(error))
  return { fields: byField, global: global.length > 0 ? global : null, raw: raw.length > 0 ? raw : null }
}

// Nobody said no: the device is offline (`network_error`), the server failed, or something was called too early.
function noVerdict(error: unknown): FieldError {
  const { message } = Object(error)
  const code = isClerkRuntimeError(error) ? error.code : 'unexpected_error'
  return { code, message, longMessage: message }
}

const toCamelCase = (text: string) => text.replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase())
