import { expect, test } from 'vitest'
import { reasonOf } from './reason-of.ts'

test('S65: a log says what went wrong by its code or class, and never by its text', () => {
  const refused = Object.assign(new Error('connect to smtp://ada:secret@mail'), { code: 'ECONNREFUSED' })
  expect(reasonOf(refused)).toBe('ECONNREFUSED')
  expect(reasonOf(new TypeError('secret'))).toBe('TypeError')
  expect(reasonOf('secret')).toBe('unknown')
})
