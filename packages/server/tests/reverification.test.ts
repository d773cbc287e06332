import { describe, expect, test } from 'vitest'
import type { TestBrowser, TestServer } from '../src/testing/index.ts'
import { add, me } from './support/email-addresses.ts'
import { faultOf } from './support/faults.ts'
import { passkey } from './support/passkeys.ts'
import { addAddress, type Person, signInElsewhere, signUp } from './support/people.ts'
import { addVerified, on as phoneNumber } from './support/phone-numbers.ts'
import { growStale, off, proveAgain, verificationOf } from './support/reverification.ts'
import { addReserved, secondFactors, signUpWithApp } from './support/second-factors.ts'
import { createTestServer } from './support/test-server.ts'

type Asked = ReturnType<TestBrowser['post']>
type Action = {
  name: string
  /** What has to be there before, made while the person is fresh. */
  setUp?: (server: TestServer, person: Person) => Promise<string>
  act: (browser: TestBrowser, id: string) => Asked
}

const settings = {
  ...{ phoneNumber, secondFactors, deleteSelf: true },
  username: { enabled: true, required: false, usedForFirstFactor: true },
  password: { enabled: true, required: false, minLength: 8 },
  passkey,
  oauth: { google: { clientId: 'usher' } },
}
const start = () => createTestServer({ settings })
const number = '+306945550123'
const withNumber: Action['setUp'] = (server, { browser }) => addVerified(server, browser, number)
const withAddress: Action['setUp'] = (server, { browser }) => addAddress(server, browser, 'b@example.com')

const actions: Action[] = [
  { name: 'add an address', act: (browser) => add(browser, 'new@example.com') },
  {
    ...{ name: 'remove an address', setUp: withAddress },
    act: (browser, id) => browser.delete(`/v1/me/email_addresses/${id}`),
  },
  {
    ...{ name: 'make an address the primary one', setUp: withAddress },
    act: (browser, id) => browser.patch('/v1/me', { primary_email_address_id: id }),
  },
  {
    name: 'add a number',
    act: (browser) => browser.post('/v1/me/phone_numbers', { phone_number: number }),
  },
  {
    ...{ name: 'remove a number', setUp: withNumber },
    act: (browser, id) => browser.delete(`/v1/me/phone_numbers/${id}`),
  },
  {
    ...{ name: 'make a number the primary one', setUp: withNumber },
    act: (browser, id) => browser.patch('/v1/me', { primary_phone_number_id: id }),
  },
  {
    ...{ name: 'keep a number for the second step', setUp: withNumber },
    act: (browser, id) => browser.patch(`/v1/me/phone_numbers/${id}`, { reserved_for_second_factor: true }),
  },
  { name: 'change the username', act: (browser) => browser.patch('/v1/me', { username: 'ada_l' }) },
  {
    name: 'change the password',
    act: (browser) => browser.post('/v1/me/change_password', { new_password: 'a different good one' }),
  },
  {
    name: 'change the password as older clients do',
    act: (browser) =>
      browser.patch('/v1/me?__clerk_api_version=2024-10-01', { password: 'a different good one' }),
  },
  { name: 'remove the password', act: (browser) => browser.post('/v1/me/remove_password') },
  { name: 'make a passkey', act: (browser) => browser.post('/v1/me/passkeys') },
  {
    name: 'connect an account elsewhere',
    act: (browser) =>
      browser.post('/v1/me/external_accounts', {
        strategy: 'oauth_google',
        redirect_url: 'http://localhost:5173/profile',
      }),
  },
  { name: 'set up an authenticator app', act: (browser) => browser.post('/v1/me/totp') },
  {
    name: 'revoke a session',
    setUp: async (server, person) => (await signInElsewhere(server, person)).sessionId,
    act: (browser, id) => browser.post(`/v1/me/sessions/${id}/revoke`),
  },
  { name: 'delete the account', act: (browser) => browser.delete('/v1/me') },
]

describe.each(actions)('S37: to $name', ({ setUp, act }) => {
  test('works for who has just signed in', async () => {
    const server = await start()
    const ada = await signUp(server)
    const id = (await setUp?.(server, ada)) ?? ''
    expect((await act(ada.browser, id)).status).toBe(200)
  })

  test('needs a new proof ten minutes later', async () => {
    const server = await start()
    const ada = await signUp(server)
    const id = (await setUp?.(server, ada)) ?? ''
    growStale(server)
    const user = await me(ada.browser)
    const refused = await act(ada.browser, id)
    expect(faultOf(refused)).toBe('403 session_reverification_required')
    expect(refused.body.errors[0].meta).toEqual({
      reverification: { level: 'first_factor', afterMinutes: 10 },
    })
    expect(await me(ada.browser)).toEqual(user)
    expect((await proveAgain(ada)).body.response.status).toBe('complete')
    expect((await act(ada.browser, id)).status).toBe(200)
  })
})

const secondActions: Action[] = [
  { name: 'remove the authenticator app', act: (browser) => browser.delete('/v1/me/totp') },
  { name: 'make new backup codes', act: (browser) => browser.post('/v1/me/backup_codes') },
  {
    name: 'ask for another number first',
    setUp: (server, { browser }) => addReserved(server, browser, number),
    act: (browser, id) => browser.patch(`/v1/me/phone_numbers/${id}`, { default_second_factor: true }),
  },
  {
    name: 'ask for a number no longer',
    setUp: (server, { browser }) => addReserved(server, browser, number),
    act: (browser, id) => browser.patch(`/v1/me/phone_numbers/${id}`, { reserved_for_second_factor: false }),
  },
  { name: 'add an address', act: (browser) => add(browser, 'new@example.com') },
]

describe.each(secondActions)('S37: somebody with a second factor, to $name', ({ setUp, act }) => {
  test('does so right after it was proved', async () => {
    const server = await start()
    const ada = await signUpWithApp(server)
    const id = (await setUp?.(server, ada)) ?? ''
    expect((await act(ada.browser, id)).status).toBe(200)
  })

  test('proves both factors ten minutes later, and not just the first', async () => {
    const server = await start()
    const ada = await signUpWithApp(server)
    const id = (await setUp?.(server, ada)) ?? ''
    growStale(server)
    const refused = await act(ada.browser, id)
    expect(refused.body.errors[0].meta.reverification.level).toBe('second_factor')
    expect((await proveAgain(ada)).body.response.status).toBe('needs_second_factor')
    expect(faultOf(await act(ada.browser, id))).toBe('403 session_reverification_required')
    const code = await server.authenticator(ada.secret)
    const { attempt } = verificationOf(ada.browser, ada.sessionId)
    expect((await attempt('second', { strategy: 'totp', code })).body.response.status).toBe('complete')
    expect((await act(ada.browser, id)).status).toBe(200)
  })
})

test('S37: a proof counts to the end of its ten minutes, and not a moment longer', async () => {
  const server = await start()
  const { browser } = await signUp(server)
  server.clock.advance(599_999)
  expect((await add(browser, 'one@example.com')).status).toBe(200)
  server.clock.advance(1)
  expect(faultOf(await add(browser, 'two@example.com'))).toBe('403 session_reverification_required')
})

test('names, metadata and reading need no new proof', async () => {
  const server = await start()
  const { browser } = await signUp(server)
  growStale(server)
  for (const asked of [
    browser.get('/v1/me'),
    browser.get('/v1/me/sessions/active'),
    browser.patch('/v1/me', { first_name: 'Ada' }),
    browser.patch('/v1/me/metadata', { unsafe_metadata: { theme: 'dark' } }),
  ])
    expect((await asked).status).toBe(200)
})

test('where it is switched off, nobody is asked, and the environment says so', async () => {
  const server = await createTestServer({ settings: { ...settings, ...off } })
  const { browser } = await signUp(server)
  growStale(server)
  expect((await add(browser, 'new@example.com')).status).toBe(200)
  expect((await browser.get('/v1/environment')).body.auth_config.reverification).toBe(false)
  const usual = await (await start()).browser().get('/v1/environment')
  expect(usual.body.auth_config.reverification).toBe(true)
})
