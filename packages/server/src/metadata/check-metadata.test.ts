import { expect, test } from 'vitest'
import { ApiError } from '../api-error.ts'
import { checkMetadata, mergeMetadata, metadataMaxBytes, patchMetadata } from './check-metadata.ts'

const refusal = (work: () => unknown) => {
  try {
    work()
  } catch (error) {
    return error instanceof ApiError ? `${error.code} ${error.meta.param_name}` : error
  }
  return null
}

test('a merge follows RFC 7396, example by example', () => {
  for (const [before, patch, after] of [
    [{ a: 'b' }, { a: 'c' }, { a: 'c' }],
    [{ a: 'b' }, { b: 'c' }, { a: 'b', b: 'c' }],
    [{ a: 'b' }, { a: null }, {}],
    [{ a: 'b', b: 'c' }, { a: null }, { b: 'c' }],
    [{ a: ['b'] }, { a: 'c' }, { a: 'c' }],
    [{ a: 'c' }, { a: ['b'] }, { a: ['b'] }],
    [{ a: { b: 'c' } }, { a: { b: 'd', c: null } }, { a: { b: 'd' } }],
    [{ a: [{ b: 'c' }] }, { a: [1] }, { a: [1] }],
    [{ e: null }, { a: 1 }, { e: null, a: 1 }],
    [{}, { a: { bb: { ccc: null } } }, { a: { bb: {} } }],
  ])
    expect(mergeMetadata(before ?? {}, patch ?? {})).toEqual(after)
})

test('S61: keys that reach into a prototype are refused at any depth, in the patch too', () => {
  for (const text of ['{"__proto__":{"a":1}}', '{"a":{"constructor":1}}', '{"a":[{"prototype":1}]}']) {
    expect(refusal(() => checkMetadata(JSON.parse(text), 'public_metadata'))).toBe(
      'form_param_value_invalid public_metadata',
    )
    expect(refusal(() => patchMetadata('{}', JSON.parse(text), 'unsafe_metadata'))).toBe(
      'form_param_value_invalid unsafe_metadata',
    )
  }
})

test('S61: the limit counts bytes of UTF-8, after the merge', () => {
  const fits = { a: 'é'.repeat((metadataMaxBytes - 8) / 2) }
  expect(checkMetadata(fits, 'unsafe_metadata')).toHaveLength(8 + (metadataMaxBytes - 8) / 2)
  expect(refusal(() => patchMetadata(JSON.stringify(fits), { b: 1 }, 'unsafe_metadata'))).toBe(
    'form_param_exceeds_allowed_size unsafe_metadata',
  )
  expect(patchMetadata(JSON.stringify(fits), { a: null, b: 1 }, 'unsafe_metadata')).toBe('{"b":1}')
})

test('a patch that is nested a hundred thousand times is refused before anything walks through it', () => {
  let deep: Record<string, unknown> = {}
  for (let depth = 0; depth < 100_000; depth++) deep = { a: deep }
  expect(refusal(() => patchMetadata('{}', deep, 'unsafe_metadata'))).toBe(
    'form_param_value_invalid unsafe_metadata',
  )
})
