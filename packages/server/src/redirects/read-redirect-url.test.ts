import { expect, test } from 'vitest'
import type { Place } from '../deps.ts'
import { readRedirectUrl } from './read-redirect-url.ts'

const place: Place = {
  mode: 'production',
  instanceId: 'x',
  publishableKey: 'pk_live_x',
  frontendApi: 'auth.example.com',
  ownOrigin: 'https://auth.example.com',
  isAllowedOrigin: (origin) => origin === 'https://app.example.com',
  cookieDomain: null,
  secureCookies: true,
}

test('S29: people come back to the app, and to the account pages of the server itself', () => {
  for (const url of ['https://app.example.com/', 'https://auth.example.com/sign-in#/sso-callback'])
    expect(readRedirectUrl(place, url)).toBe(url)
})

test('S29: nothing that only looks like the server is a way back', () => {
  for (const url of [
    'http://auth.example.com/',
    'https://auth.example.com:8443/',
    'https://auth.example.com.evil.example/',
    'https://ada@auth.example.com/',
  ])
    expect(() => readRedirectUrl(place, url)).toThrow('is not allowed')
})
