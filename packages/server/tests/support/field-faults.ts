import * as protocol from '@usher/protocol'

/** What a field takes: the values that it refuses, each with the code of the refusal. */
export type Field = {
  faults: [value: unknown, code: string][]
  /** Whether it may be left out. */
  isNeeded: boolean
}

export const format = 'form_param_format_invalid'
export const value = 'form_param_value_invalid'
const length = 'form_param_max_length_exceeded'

const optional = (faults: Field['faults']): Field => ({ faults, isNeeded: false })

/** The field has to be there. */
export const needed = (field: Field): Field => ({ ...field, isNeeded: true })

const noText: Field['faults'] = [[7], [true], [{ a: 1 }], [['a', 'b']], ['a\0b']].map(([wrong]) => [
  wrong,
  format,
])

/** A text of at most `max` UTF-16 units; with the other texts that it refuses. */
export const text = (max: number, ...others: Field['faults']): Field =>
  optional([['x'.repeat(max + 1), length], ...noText, ...others])

/** An id, or what stands for one. */
export const id = text(64)

/** One of a few words. */
export const oneOf = (...others: Field['faults']): Field =>
  optional([
    ['x'.repeat(5_000), value],
    ['nonsense', value],
    [7, value],
    [{ a: 1 }, value],
    ['a\0b', format],
    ...others,
  ])

/** Yes or no. */
export const flag = optional([
  ['perhaps', value],
  ['TRUE', value],
  [1, value],
  [0, value],
  [{ a: 1 }, value],
  [['true'], value],
  ['a\0b', format],
])

/** A whole number between bounds. */
export const whole = (least: number, most: number): Field =>
  optional([
    ...[least - 1, most + 1].map((wrong): [unknown, string] => [wrong, value]),
    [1e300, value],
    ...['7', true, 1.5, {}, ['7'], '1\0'].map((wrong): [unknown, string] => [wrong, format]),
  ])

/** The JSON of an object that is so deep. */
export const nested = (depth: number): string => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`

/** A text in a query, which holds it once. */
export const words = (max: number, ...others: Field['faults']): Field =>
  optional([['x'.repeat(max + 1), length], [['a', 'b'], format], ['a\0b', format], ...others])

/** Several texts in a query. */
export const wordList = (max: number, items: number): Field =>
  optional([
    ['x'.repeat(max + 1), length],
    [['a', 'x'.repeat(max + 1)], length],
    [Array(items + 1).fill('x'), length],
    ['a\0b', format],
    [['a', 'a\0b'], format],
  ])

/** Yes or no in a query. */
export const answer = optional([
  ['perhaps', value],
  ['1', value],
  [['true', 'false'], value],
  ['a\0b', format],
])

/** A whole number in a query. */
export const digits = (least: number, most: number): Field =>
  optional([
    ...[least - 1, most + 1].map((wrong): [unknown, string] => [String(wrong), value]),
    ...[
      '',
      ' ',
      'x',
      '1.5',
      '1e2',
      '0x10',
      '9'.repeat(400),
      'NaN',
      '2026-01-05T09:00:00Z',
      '1\0',
      ['1', '2'],
    ].map((wrong): [unknown, string] => [wrong, format]),
  ])

/** Which part of a list. */
export const page = { limit: digits(1, 500), offset: digits(0, 2_147_483_647) }

/** A JSON object, as it is or as text. */
export const object = optional(
  [7, true, 'no object', '[1]', '"a"', '{"a":', [1], 'a\0b'].map((wrong) => [wrong, format]),
)

/** Metadata: an object with rules about its keys and its size. */
export const metadata = optional([
  ...object.faults,
  ['{"__proto__":{"a":1}}', value],
  [{ a: { constructor: 1 } }, value],
  [nested(200), value],
  [nested(100_000), value],
  [{ a: 'x'.repeat(8_200) }, 'form_param_exceeds_allowed_size'],
])

/** One text or several. */
export const texts = (max: number, items: number, ...others: Field['faults']): Field =>
  optional([
    ['x'.repeat(max + 1), length],
    [['x'.repeat(max + 1)], length],
    [Array(items + 1).fill('x'), length],
    [7, format],
    [{ a: 1 }, format],
    [[7], format],
    [['x', null], format],
    ['a\0b', format],
    [['x', 'a\0b'], format],
    ...others,
  ])

/** The names of all fields that any route takes. */
export const fieldNames = [
  ...new Set(
    Object.values(protocol as Record<string, unknown>).flatMap((schema) =>
      isObjectSchema(schema) ? Object.keys(schema.def.shape) : [],
    ),
  ),
]

type ObjectSchema = { def: { type: 'object'; shape: Record<string, unknown> } }

function isObjectSchema(given: unknown): given is ObjectSchema {
  return (given as Partial<ObjectSchema> | null)?.def?.type === 'object'
}

/** Fields of which any value is read, so that none finds out who reads them. */
export const unread = new Set<string>(protocol.unsupportedUserFields)

/** What no field takes, in a body. */
export const poisonBody = (): Record<string, unknown> => poison([[]])

/** What no field takes, in a query. */
export const poisonQuery = (): Record<string, unknown> => poison(['x'.repeat(600), 'x'.repeat(600)])

const poison = (wrong: unknown) =>
  Object.fromEntries(fieldNames.flatMap((name) => (unread.has(name) ? [] : [[name, wrong]])))

type Answer = { body: { errors?: { meta: { param_name?: string } }[] } | null }

/** The fields that an answer to poison blames: those that the route reads. */
export const blamed = ({ body }: Answer): string[] =>
  [...new Set((body?.errors ?? []).flatMap(({ meta }) => meta.param_name ?? []))].sort()
