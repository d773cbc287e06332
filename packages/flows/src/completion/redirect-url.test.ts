import { expect, test } from 'vitest'
import { chooseRedirectUrl } from './redirect-url.ts'

const page = 'https://app.example/sign-in'
const wanting = (redirectUrl: string) => `${page}?redirect_url=${encodeURIComponent(redirectUrl)}`
const choose = (changes: Partial<Parameters<typeof chooseRedirectUrl>[0]>) =>
  chooseRedirectUrl({ location: page, otherwise: '/home', ...changes })

test.each([
  ['the settings decide when nobody else does', {}, '/home'],
  ['the fallback of the app comes before the settings', { fallbackRedirectUrl: '/app' }, '/app'],
  [
    'the address bar comes before the fallback',
    { location: wanting('/docs?page=2#top'), fallbackRedirectUrl: '/app' },
    'https://app.example/docs?page=2#top',
  ],
  [
    'what the app forces comes first',
    { location: wanting('/docs'), fallbackRedirectUrl: '/app', forceRedirectUrl: '/now' },
    '/now',
  ],
])('%s', (_, changes, url) => {
  expect(choose(changes)).toBe(url)
})

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
])('S29: the address bar cannot lead to %s', (redirectUrl) => {
  const chosen = choose({ location: wanting(redirectUrl) })
  expect(chosen).toBe('/home')
})
