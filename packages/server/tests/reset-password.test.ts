import { expect, test } from 'vitest'
import type { TestBrowser, TestServer } from '../src/testing/index.ts'
import { attemptSignIn, beginSignIn, prepareSignIn } from './support/attempts.ts'
import { backendOf } from './support/backend.ts'
import { faultOf } from './support/faults.ts'
import { addAddress, goodPassword, type Person, signInElsewhere, signUp } from './support/people.ts'
import { createTestServer } from './support/test-server.ts'

const address = 'ada@example.com'
const strategy = 'reset_password_email_code'
const next = 'a new and better password'

/** Proves by the code that somebody may choose a new password. */
async function proveReset(server: TestServer, browser: TestBrowser) {
  const attempt = await beginSignIn(browser)
  await prepareSignIn(browser, attempt, strategy)
  const answer = await attemptSignIn(browser, attempt, server.inbox.code(address), strategy)
  return { ...attempt, answer }
}

test('somebody who forgot the password proves the address, sets a new one and is signed in', async () => {
  const server = await createTestServer()
  await signUp(server)
  const browser = server.browser()
  const { path, answer } = await proveReset(server, browser)
  expect(answer.body.response).toMatchObject({
    status: 'needs_new_password',
    first_factor_verification: { status: 'verified', strategy },
    created_session_id: null,
  })
  expect(answer.body.client.sessions).toEqual([])
  expect((await browser.get('/v1/client')).body.response.sign_in.status).toBe('needs_new_password')
  const done = await browser.post(`${path}/reset_password`, { password: next })
  expect(done.body.response.status).toBe('complete')
  expect(done.body.client.sessions).toHaveLength(1)
  await signInElsewhere(server, { address, password: next })
  const old = await server
    .browser()
    .post('/v1/client/sign_ins', { identifier: address, password: goodPassword })
  expect(faultOf(old)).toBe('422 form_password_incorrect password')
})

test('with the strategy in the first call the reset code leaves at once', async () => {
  const server = await createTestServer()
  await signUp(server)
  const { body } = await server.browser().post('/v1/client/sign_ins', { identifier: address, strategy })
  expect(body.response.first_factor_verification.strategy).toBe(strategy)
  expect(server.inbox.latest(address)?.subject).toMatch(/password/)
})

test('S36: a new password signs every other browser out, unless the person says no', async () => {
  const server = await createTestServer()
  const ada = await signUp(server)
  const first = server.browser()
  const kept = await proveReset(server, first)
  await first.post(`${kept.path}/reset_password`, { password: next, sign_out_of_other_sessions: false })
  expect((await ada.browser.get('/v1/me')).status).toBe(200)
  await first.delete('/v1/client/sessions')

  server.clock.advance(60_000)
  const { path } = await proveReset(server, first)
  await first.post(`${path}/reset_password`, { password: 'yet another new password' })
  expect((await ada.browser.get('/v1/me')).status).toBe(401)
  expect((await ada.browser.get('/v1/client')).body.response.sessions).toEqual([])
  expect((await first.get('/v1/me')).status).toBe(200)
})

test('S36: the proof lasts half an hour and works once', async () => {
  const server = await createTestServer()
  await signUp(server)
  const browser = server.browser()
  const late = await proveReset(server, browser)
  server.clock.advance(1_800_000)
  expect(faultOf(await browser.post(`${late.path}/reset_password`, { password: next }))).toBe(
    '400 verification_expired',
  )
  const { path } = await proveReset(server, browser)
  const send = () => browser.post(`${path}/reset_password`, { password: next })
  const answers = await Promise.all([send(), send()])
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  expect(answers.every(({ status }) => status < 500)).toBe(true)
  expect((await send()).status).toBeGreaterThanOrEqual(400)
  expect((await browser.get('/v1/client')).body.response.sessions).toHaveLength(1)
})

test('a new password follows the same rules, and a refused one leaves the old', async () => {
  const server = await createTestServer()
  const ada = await signUp(server, { first_name: 'Augustaada' })
  const browser = server.browser()
  const { path } = await proveReset(server, browser)
  const faults = {
    '': '422 form_password_length_too_short password',
    short: '422 form_password_length_too_short password',
    augustaada: '422 form_password_matches_identifier password',
    password123: '422 form_password_pwned password',
  }
  for (const [password, fault] of Object.entries(faults))
    expect(faultOf(await browser.post(`${path}/reset_password`, { password }))).toBe(fault)
  await signInElsewhere(server, ada)
})

test('a code for signing in does not open the choice of a new password', async () => {
  const server = await createTestServer()
  await signUp(server)
  const browser = server.browser()
  const attempt = await beginSignIn(browser)
  await prepareSignIn(browser, attempt)
  const code = server.inbox.code(address)
  expect(faultOf(await attemptSignIn(browser, attempt, code, strategy))).toBe('400 verification_missing')
  expect(faultOf(await browser.post(`${attempt.path}/reset_password`, { password: next }))).toBe(
    '400 verification_missing',
  )
})

test.each<[string, (server: TestServer, ada: Person, browser: TestBrowser) => Promise<unknown>]>([
  [
    'the password was changed',
    (_, { browser }) =>
      browser.post('/v1/me/change_password', { current_password: goodPassword, new_password: next }),
  ],
  [
    'another browser has set a new one',
    async (server) => {
      const other = server.browser()
      const { path } = await proveReset(server, other)
      return other.post(`${path}/reset_password`, { password: next })
    },
  ],
  [
    'a backend has set one',
    (server, { userId }) => backendOf(server).patch(`/v1/users/${userId}`, { password: next }),
  ],
  [
    'the proved address is gone',
    async (server, { browser, addressId }) => {
      await addAddress(server, browser, 'new@example.com')
      return browser.delete(`/v1/me/email_addresses/${addressId}`)
    },
  ],
])('S36: a proof is worth nothing once %s', async (_, happen) => {
  const server = await createTestServer()
  const ada = await signUp(server)
  const browser = server.browser()
  const { path } = await proveReset(server, browser)
  server.clock.advance(60_000)
  expect(await happen(server, ada, browser)).toMatchObject({ status: 200 })
  const late = await browser.post(`${path}/reset_password`, { password: 'the password of a thief' })
  expect(faultOf(late)).toBe('400 verification_expired')
  expect((await browser.get('/v1/client')).body.response.sessions).toEqual([])
})

test('S36: a password that changes while a proof is used leaves one of the two, and no session of the other', async () => {
  const server = await createTestServer({ settings: { singleSessionMode: false } })
  const ada = await signUp(server)
  const browser = server.browser()
  const { path } = await proveReset(server, browser)
  const [reset, change] = await Promise.all([
    browser.post(`${path}/reset_password`, { password: 'the first of the two' }),
    ada.browser.post('/v1/me/change_password', {
      current_password: goodPassword,
      new_password: 'the second of the two',
      sign_out_of_other_sessions: true,
    }),
  ])
  expect([reset.status, change.status].filter((status) => status === 200)).toHaveLength(1)
  expect((await browser.get('/v1/me')).status).toBe(reset.status === 200 ? 200 : 401)
})
