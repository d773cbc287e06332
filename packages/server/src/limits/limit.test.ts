import { expect, test } from 'vitest'
import { limitKey } from './limit.ts'

test('S47: addresses that one person can change between have one key', () => {
  expect(limitKey('192.0.2.1')).toBe('192.0.2.1')
  expect(limitKey('::ffff:192.0.2.1')).toBe('192.0.2.1')
  expect(limitKey('::FFFF:192.0.2.1')).toBe('192.0.2.1')
  expect(limitKey('2001:db8::1')).toBe('2001:db8:0:0::/64')
  expect(limitKey('2001:0DB8:0:0:ffff:ffff:ffff:ffff')).toBe('2001:db8:0:0::/64')
  expect(limitKey('fe80::1%eth0')).toBe('fe80:0:0:0::/64')
  expect(limitKey('::1')).toBe('0:0:0:0::/64')
  expect(limitKey(null)).toBe('unknown')
})

test('S47: neighbouring networks have keys of their own', () => {
  expect(limitKey('2001:db8:0:1::1')).not.toBe(limitKey('2001:db8:0:2::1'))
  expect(limitKey('192.0.2.1')).not.toBe(limitKey('192.0.2.2'))
})
