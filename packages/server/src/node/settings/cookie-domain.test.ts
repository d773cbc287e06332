import { expect, test } from 'vitest'
import { sharedDomain } from './cookie-domain.ts'

test.each([
  ['auth.example.com', ['https://app.example.com'], 'example.com'],
  ['auth.example.com', ['https://example.com'], 'example.com'],
  ['example.com', ['https://app.example.com'], 'example.com'],
  ['auth.eu.example.com', ['https://app.eu.example.com', 'https://www.example.com'], 'example.com'],
  ['auth.example.co.uk', ['https://app.example.co.uk', 'https://other.co.uk'], 'example.co.uk'],
  ['app.example.com', ['https://app.example.com'], null],
  ['auth.example.com', ['https://auth.example.com:8443'], null],
  ['auth.example.com', ['https://example.org'], null],
  ['auth.example.com', [], null],
  ['127.0.0.1:4000', ['http://10.0.0.1:5173', 'http://192.0.0.1'], null],
  ['localhost:4000', ['http://localhost:5173'], null],
])('a server at %s with pages at %j sets what backends read for %s', (frontendApi, origins, domain) => {
  expect(sharedDomain(frontendApi, origins)).toBe(domain)
})
