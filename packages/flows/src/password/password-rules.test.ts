import { expect, test } from 'vitest'
import { type PasswordSettings, passwordRules } from './password-rules.ts'

const settings: PasswordSettings = {
  minLength: 8,
  maxLength: 128,
  requireLowercase: false,
  requireUppercase: false,
  requireNumbers: false,
  requireSpecialChar: false,
}
const unmet = (password: string, changes: Partial<PasswordSettings> = {}) =>
  passwordRules({ ...settings, ...changes })
    .filter((rule) => !rule.test(password))
    .map(({ id }) => id)

test('S3: only the length counts by default', () => {
  expect(passwordRules(settings).map(({ id, limit }) => [id, limit])).toEqual([
    ['min_length', 8],
    ['max_length', 128],
  ])
  expect(unmet('        ')).toEqual([])
})
test('S1: eight characters are enough, seven are not', () => {
  expect(unmet('1234567')).toEqual(['min_length'])
  expect(unmet('12345678')).toEqual([])
})
test('length is counted in code points', () => {
  expect(unmet('🎟️🎟️🎟️')).toEqual(['min_length'])
  expect(unmet('🎟'.repeat(8))).toEqual([])
  expect(unmet('🎟'.repeat(129))).toEqual(['max_length'])
})
test('an instance can ask for more', () => {
  const strict = {
    requireLowercase: true,
    requireUppercase: true,
    requireNumbers: true,
    requireSpecialChar: true,
  }
  expect(unmet('        ', strict)).toEqual(['lowercase', 'uppercase', 'number', 'special_char'])
  expect(unmet('Éà1 – und mehr', strict)).toEqual([])
})
