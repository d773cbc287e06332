import { expect, test } from 'vitest'
import * as z from 'zod/mini'
import { clearableText, flag, jsonObject, optionalText, textList } from './fields.ts'

const read = (field: z.ZodMiniType, value: unknown) => z.safeParse(z.object({ field }), { field: value })

test('an empty text of a sign-up form counts as absent', () => {
  expect(read(optionalText(10), '').data).toEqual({ field: undefined })
  expect(read(optionalText(10), null).data).toEqual({ field: undefined })
})

test('an empty text of a profile form clears the field', () => {
  expect(read(clearableText(10), '').data).toEqual({ field: null })
  expect(z.safeParse(z.object({ field: clearableText(10) }), {}).data).toEqual({})
})

test('a boolean arrives as itself or as the text of a form', () => {
  expect(['true', 'false', '', true, false].map((value) => read(flag, value).data?.field)).toEqual([
    true,
    false,
    false,
    true,
    false,
  ])
  expect(read(flag, 'yes').success).toBe(false)
})

test('metadata arrives as an object or as its JSON text, and as nothing else', () => {
  expect(read(jsonObject, '{"a":{"b":1}}').data).toEqual({ field: { a: { b: 1 } } })
  expect(read(jsonObject, { a: 1 }).data).toEqual({ field: { a: 1 } })
  expect(read(jsonObject, null).data).toEqual({ field: {} })
  for (const wrong of ['[1]', '"text"', '{', 'null', 7, ['a']])
    expect(read(jsonObject, wrong).success).toBe(false)
})

test('one filter value and several read the same', () => {
  expect(read(textList(10, 2), 'a').data).toEqual({ field: ['a'] })
  expect(read(textList(10, 2), ['a', 'b']).data).toEqual({ field: ['a', 'b'] })
  expect(read(textList(10, 2), ['a', 'b', 'c']).success).toBe(false)
})

test('S61: a key named __proto__ reaches the check that refuses it', () => {
  const read = z.safeParse(jsonObject, '{"__proto__":{"admin":true}}')
  expect(Object.keys(read.data ?? {})).toEqual(['__proto__'])
})
