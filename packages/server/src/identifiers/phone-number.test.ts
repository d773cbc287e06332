import { beforeAll, expect, test } from 'vitest'
import {
  callingCodeOf,
  isTestPhoneNumber,
  loadPhoneNumbers,
  maskPhoneNumber,
  normalizePhoneNumber,
} from './phone-number.ts'

beforeAll(loadPhoneNumbers)

test.each([
  ['+30 694 555 0123', '+306945550123'],
  ['+1 (415) 555-2671', '+14155552671'],
  [' +44.20.7946.0958 ', '+442079460958'],
  ['+15555550100', '+15555550100'],
])('%s is %s however it is written', (value, normal) => {
  expect(normalizePhoneNumber(value)).toBe(normal)
})

test.each([
  ['694 555 0123', '+306945550123'],
  ['+1 (415) 555-2671', '+14155552671'],
  ['ada6945550123', null],
  ['12', null],
])('%s is %s where numbers are of Greece', (value, normal) => {
  expect(normalizePhoneNumber(value, 'GR')).toBe(normal)
})

test.each([
  '',
  '6945550123',
  '+',
  '+1',
  '+999123456789',
  '+30 694',
  'call me +306945550123',
  `+30${'1'.repeat(40)}`,
])('%j is no number that can be sent to', (value) => {
  expect(normalizePhoneNumber(value)).toBeNull()
})

test('S17: a masked number shows its country and its last two digits', () => {
  expect(maskPhoneNumber('+306945550123')).toBe('+30********23')
  expect(callingCodeOf('+442079460958')).toBe('44')
})

test('the numbers of films are those for tests', () => {
  expect(isTestPhoneNumber('+15555550100')).toBe(true)
  expect(isTestPhoneNumber('+14155550199')).toBe(true)
  expect(isTestPhoneNumber('+14155552671')).toBe(false)
})
