import { expect, test } from 'vitest'
import type { ClerkOptions } from './types.ts'
import { type AfterParams, afterAttemptUrl, attemptUrl } from './urls.ts'

const at = (search = '') => new URL(`https://app.example/sign-in${search}`)
const wanting = (url: string) => `?redirect_url=${encodeURIComponent(url)}`

function after(search: string, options: Partial<ClerkOptions> = {}, params: AfterParams = {}) {
  const place = { options: { publishableKey: '', ...options }, environment: undefined, page: at(search) }
  return afterAttemptUrl('signIn', place, params)
}

const everything = [
  { params: { forceRedirectUrl: '/component-forces' } },
  { options: { signInForceRedirectUrl: '/provider-forces' } },
  { search: '&sign_in_force_redirect_url=/button-forces' },
  { search: '&redirect_url=/address' },
  { search: '&sign_in_fallback_redirect_url=/button-falls-back' },
  { params: { fallbackRedirectUrl: '/component-falls-back' } },
  { options: { signInFallbackRedirectUrl: '/provider-falls-back' } },
]
const said = [
  '/component-forces',
  '/provider-forces',
  '/button-forces',
  '/address',
  '/button-falls-back',
  '/component-falls-back',
  '/provider-falls-back',
  '/',
]

test.each(said.map((url, index) => [url, index] as const))(
  '%s counts when nothing before it speaks',
  (url, index) => {
    const rest = everything.slice(index)
    const search = rest.map((part) => part.search ?? '').join('')
    const options = Object.assign({}, ...rest.map((part) => part.options))
    const params = Object.assign({}, ...rest.map((part) => part.params))
    expect(after(`?${search}`, options, params)).toBe(url)
  },
)

test.each([
  'https://evil.example/',
  '//evil.example',
  '\\\\evil.example',
  '/\\evil.example',
  'http://app.example/',
  'https://app.example:444/',
  'https://app.example@evil.example/',
  'https://app.example.evil.example/',
  'javascript:alert(1)',
  'data:text/html,hello',
  'blob:https://app.example/1',
  'ftp://app.example/',
  'http://',
  '\thttps://evil.example',
])('S29: the address bar cannot lead to %s', (url) => {
  const value = encodeURIComponent(url)
  expect(after(wanting(url))).toBe('/')
  expect(after(`?sign_in_force_redirect_url=${value}&sign_in_fallback_redirect_url=${value}`)).toBe('/')
})

test('S29: the address bar can lead to an origin that the app allows', () => {
  const allowed = { allowedRedirectOrigins: ['https://docs.example'] }
  expect(after(wanting('https://docs.example/a'), allowed)).toBe('https://docs.example/a')
})

test('S29: the address bar can lead to a protocol that the app allows, and to none that runs code', () => {
  const allowed = { allowedRedirectProtocols: ['acme:', 'javascript:', 'data:'] }
  expect(after(wanting('acme://orders'), allowed)).toBe('acme://orders')
  expect(after(wanting('other://orders'), allowed)).toBe('/')
  expect(after(wanting('javascript:alert(1)'), allowed)).toBe('/')
  expect(after(wanting('data:text/html,hello'), allowed)).toBe('/')
})

test('what a button forces is read back on the page that it leads to', () => {
  const place = { options: { publishableKey: '' }, environment: undefined, page: at() }
  const url = attemptUrl('signIn', place, {
    redirectUrl: '/here',
    signInForceRedirectUrl: '/welcome',
    signUpFallbackRedirectUrl: '/new',
    initialValues: { emailAddress: 'ada@example.com' },
  })
  const { search, searchParams } = new URL(url, at())
  expect(after(search)).toBe('/welcome')
  expect(searchParams.get('email_address')).toBe('ada@example.com')
  expect([...searchParams.keys()]).toHaveLength(4)
})
