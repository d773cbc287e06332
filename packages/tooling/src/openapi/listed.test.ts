import { expect, test } from 'vitest'
import { differences, readListed } from './listed.ts'

test('a list item that begins with code is a line, and other code is not', () => {
  expect(readListed('`no`\n\n- `A.b: null` – why\n- and `no`\n- `C.d: missing`')).toEqual([
    'A.b: null',
    'C.d: missing',
  ])
})

test('what is not listed is fresh, and what is listed and not found is gone', () => {
  const listed = ['A.{b,c}: null', 'GET /v1/{id}/x*: not served', 'Gone.a: null']
  const found = ['A.b: null', 'A.d: null', 'GET /v1/{id}/xyz: not served', 'GET /v1/7/x: not served']
  expect(differences(found, listed)).toEqual({
    fresh: ['A.d: null', 'GET /v1/7/x: not served'],
    gone: ['Gone.a: null'],
  })
})
