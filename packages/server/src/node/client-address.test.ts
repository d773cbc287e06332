import { expect, test } from 'vitest'
import { clientAddress } from './client-address.ts'

const socket = '10.0.0.1'

test('S47: without a trusted proxy the header is ignored', () => {
  expect(clientAddress(socket, '198.51.100.1', 0)).toBe(socket)
  expect(clientAddress(socket, null, 0)).toBe(socket)
})

test('S47: with proxies the address is counted from the right, so that what a caller made up is not reached', () => {
  expect(clientAddress(socket, '198.51.100.1', 1)).toBe('198.51.100.1')
  expect(clientAddress(socket, '6.6.6.6, 198.51.100.1', 1)).toBe('198.51.100.1')
  expect(clientAddress(socket, '6.6.6.6, 198.51.100.1, 10.0.0.2', 2)).toBe('198.51.100.1')
  expect(clientAddress(socket, null, 1)).toBe(socket)
  expect(clientAddress(socket, ' , ', 1)).toBe(socket)
})
