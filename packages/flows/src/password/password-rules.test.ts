import { expect, test } from 'vitest'
import { type PasswordSettings, passwordRules } from './password-rules.ts'

const settings: PasswordSettings = {
  min_length: 8,
  max_length: 128,
  require_lowercase: false,
  require_uppercase: false,
  require_numbers: false,
  require_special_char: false,
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
    require_lowercase: true,
    require_uppercase: true,
    require_numbers: true,
    require_special_char: true,
  }
  expect(unmet('        ', strict)).toEqual(['lowercase', 'uppercase', 'number', 'special_char'])
  expect(unmet('Éà1 – und mehr', strict)).toEqual([])
})
