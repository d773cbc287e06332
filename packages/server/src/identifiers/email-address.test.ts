import { expect, test } from 'vitest'
import { isTestEmailAddress, maskEmailAddress, normalizeEmailAddress } from './email-address.ts'

test('an address has one normal form, and plus and dots stay', () => {
  expect(normalizeEmailAddress('  Ada.Love+lace@EXAMPLE.com ')).toBe('ada.love+lace@example.com')
  expect(normalizeEmailAddress('ada@bücher.example')).toBe('ada@xn--bcher-kva.example')
  expect(normalizeEmailAddress('ada@BÜCHER.example')).toBe('ada@xn--bcher-kva.example')
  expect(normalizeEmailAddress('ada@example。com')).toBe('ada@example.com')
  expect(normalizeEmailAddress('e\u0301@example.com')).toBe('\u00e9@example.com')
})

test.each([
  '',
  'ada',
  '@example.com',
  'ada@',
  'ada@localhost',
  'ada@127.0.0.1',
  'ada@[::1]',
  'ada@example.com:25',
  'ada@example.com/x',
  'ada@exa mple.com',
  'ada@.example.com',
  'ada@example..com',
  'ada@example.com.',
  'ada@-example.com',
  '.ada@example.com',
  'ada.@example.com',
  'a..da@example.com',
  'ada lovelace@example.com',
  'ada@eve@example.com',
  '"ada"@example.com',
  'ada\n@example.com',
  'ada@example.com\r\nBcc: eve@example.com',
  'ada\u0000@example.com',
  'ada\u200d@example.com',
  'ada\ud800@example.com',
  `${'a'.repeat(65)}@example.com`,
  `ada@${'a'.repeat(64)}.com`,
  `ada@${'a.'.repeat(125)}com`,
])('%j is no address', (value) => {
  expect(normalizeEmailAddress(value)).toBeNull()
})

test('S40: what only looks like an @ is refused', () => {
  for (const at of ['＠', '﹫']) {
    expect(normalizeEmailAddress(`ada${at}example.com`)).toBeNull()
    expect(normalizeEmailAddress(`ada${at}evil.example@example.com`)).toBeNull()
  }
})

test('S17: a masked address shows its first letter and its domain', () => {
  expect(maskEmailAddress('ada@example.com')).toBe('a****@example.com')
})

test('only an address with the mark in its local part is one for tests', () => {
  expect(isTestEmailAddress('ada+clerk_test@example.com')).toBe(true)
  expect(isTestEmailAddress('ada@clerk_test.example')).toBe(false)
  expect(isTestEmailAddress('ada@x+clerk_test.example')).toBe(false)
})
