import * as z from 'zod/mini'

/** A text of at most `max` UTF-16 units; forms send every value as text. */
export const text = (max: number) => z.string().check(z.maxLength(max))

/** A text that counts as absent when it is empty, as the sign-up forms of real clients send it. */
export const optionalText = (max: number) =>
  z.optional(
    z.pipe(
      z.nullable(text(max)),
      z.transform((value) => (value === '' || value === null ? undefined : value)),
    ),
  )

/** A text that clears the field when it is empty or null, as `PATCH /v1/me` means it. */
export const clearableText = (max: number) =>
  z.optional(
    z.pipe(
      z.nullable(text(max)),
      z.transform((value) => (value === '' ? null : value)),
    ),
  )

/** A boolean, or its text form in a form body. */
export const flag = z.union([
  z.boolean(),
  z.pipe(
    z.enum(['true', 'false', '']),
    z.transform((value) => value === 'true'),
  ),
])

/** A whole number in a query, which is text: digits, and nothing that merely can be read as a number. */
export const digits = (least: number, most: number) =>
  z.pipe(
    z.pipe(z.string().check(z.regex(/^-?\d{1,16}$/)), z.transform(Number)),
    z.number().check(z.minimum(least), z.maximum(most)),
  )

/** Which part of a list is asked for. */
export const page = { limit: z._default(digits(1, 500), 10), offset: z._default(digits(0, 2_147_483_647), 0) }

/** An object, or its JSON text in a form body; null and an empty text stand for an empty object. Keys are left as they are. */
export const jsonObject = z.pipe(
  z.transform((value) => (value === null ? {} : typeof value === 'string' ? parseJson(value) : value)),
  // Not z.record, which would drop a key named __proto__ without a word instead of letting it be refused.
  z.custom<Record<string, unknown>>(isObject),
)

/** One text or several under the same key. */
export const textList = (max: number, items: number) =>
  z.pipe(
    z.union([text(max), z.array(text(max)).check(z.maxLength(items))]),
    z.transform((value) => (Array.isArray(value) ? value : [value])),
  )

function parseJson(value: string): unknown {
  try {
    return value === '' ? {} : JSON.parse(value)
  } catch {
    return undefined
  }
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
