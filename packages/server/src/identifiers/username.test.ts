import { expect, test } from 'vitest'
import { normalizeUsername } from './username.ts'

test('a username is the same in every case', () => {
  expect(normalizeUsername(' Ada_Lovelace-1 ')).toBe('ada_lovelace-1')
})

test('a username of the wrong length, of other characters or of numbers alone is refused', () => {
  const code = (value: string) => {
    try {
      return normalizeUsername(value)
    } catch (error) {
      return (error as { code: string }).code
    }
  }
  expect(['ada', 'x'.repeat(65), 'ada lovelace', 'ädala', '12345'].map(code)).toEqual([
    'form_username_invalid_length',
    'form_username_invalid_length',
    'form_username_invalid_character',
    'form_username_invalid_character',
    'form_username_needs_non_number_char',
  ])
  expect(['adal', 'x'.repeat(64), '1234a'].map(code)).toEqual(['adal', 'x'.repeat(64), '1234a'])
})
