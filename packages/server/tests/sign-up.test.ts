import { expect, test } from 'vitest'
import type { TestServer } from '../src/testing/index.ts'
import { attemptSignUp, beginSignUp, prepareSignUp } from './support/attempts.ts'
import { faultOf } from './support/faults.ts'
import { goodPassword, signUp } from './support/people.ts'
import { createTestServer } from './support/test-server.ts'

const address = 'ada@example.com'
const signUps = '/v1/client/sign_ups'

const countUsers = async ({ deps }: TestServer) =>
  (await deps.db.selectFrom('users').select('id').execute()).length

test('a person signs up with an email code, and signs out and in again', async () => {
  const server = await createTestServer()
  const browser = server.browser()
  const created = await browser.post(signUps, { email_address: address, password: goodPassword })
  expect(created.status).toBe(200)
  expect(created.body.response).toMatchObject({
    object: 'sign_up_attempt',
    status: 'missing_requirements',
    required_fields: ['email_address', 'password'],
    optional_fields: ['first_name', 'last_name'],
    missing_fields: [],
    unverified_fields: ['email_address'],
    verifications: {
      email_address: {
        status: 'unverified',
        strategy: null,
        next_action: 'needs_prepare',
        supported_strategies: ['email_code'],
      },
    },
    has_password: true,
    created_user_id: null,
  })
  expect(created.body.client.sign_up.id).toBe(created.body.response.id)

  const attempt = { id: created.body.response.id, path: `${signUps}/${created.body.response.id}` }
  const prepared = await prepareSignUp(browser, attempt)
  expect(prepared.body.response.verifications.email_address).toMatchObject({
    status: 'unverified',
    strategy: 'email_code',
    attempts: 0,
    expire_at: server.clock.now() + 600_000,
    next_action: 'needs_attempt',
  })
  const done = await attemptSignUp(browser, attempt, server.inbox.code(address))
  const { response, client } = done.body
  expect(response).toMatchObject({
    status: 'complete',
    missing_fields: [],
    unverified_fields: [],
    verifications: { email_address: { status: 'verified', next_action: '', verified_at_client: client.id } },
  })
  expect(response.created_session_id).toBe(client.sessions[0].id)
  expect(response.created_user_id).toBe(client.sessions[0].user.id)
  expect(client).toMatchObject({ sign_up: null, last_active_session_id: response.created_session_id })
  expect(client.sessions[0].user.email_addresses[0].verification.status).toBe('verified')
  expect(client.sessions[0].last_active_token.jwt).toMatch(/^eyJ/)

  await browser.delete('/v1/client/sessions')
  const signedIn = await browser.post('/v1/client/sign_ins', { identifier: address, password: goodPassword })
  expect(signedIn.body.response.status).toBe('complete')
  expect((await browser.get('/v1/client')).body.response.sessions).toHaveLength(1)
})

test('a person gives one thing after the other, in whatever order', async () => {
  const server = await createTestServer({ settings: { lastName: 'required' } })
  const browser = server.browser()
  const attempt = await beginSignUp(browser, { password: '' })
  await prepareSignUp(browser, attempt)
  const verified = await attemptSignUp(browser, attempt, server.inbox.code(address))
  expect(verified.body.response).toMatchObject({
    status: 'missing_requirements',
    missing_fields: ['last_name', 'password'],
    unverified_fields: [],
  })
  expect(verified.body.client.sessions).toEqual([])
  const named = await browser.patch(attempt.path, { last_name: 'Lovelace', password: '' })
  expect(named.body.response.missing_fields).toEqual(['password'])
  const done = await browser.patch(attempt.path, { password: goodPassword })
  expect(done.body.response.status).toBe('complete')
  expect(done.body.client.sessions[0].user).toMatchObject({ last_name: 'Lovelace', password_enabled: true })
})

test('where addresses need no proof a sign-up is complete at once', async () => {
  const emailAddress = { enabled: true, required: true, usedForFirstFactor: true, verifyAtSignUp: false }
  const server = await createTestServer({ settings: { emailAddress } })
  const given = { email_address: address, password: goodPassword }
  const done = await server.browser().post(signUps, given)
  expect(done.body.response).toMatchObject({ status: 'complete', unverified_fields: [] })
  expect(done.body.client.sessions).toHaveLength(1)
  expect(faultOf(await server.browser().post(signUps, given))).toBe(
    '422 form_identifier_exists email_address',
  )
})

test('a reload shows the sign-up where it was', async () => {
  const server = await createTestServer()
  const browser = server.browser()
  const attempt = await beginSignUp(browser)
  const prepared = await prepareSignUp(browser, attempt)
  server.clock.advance(60_000)
  const reloaded = await browser.get('/v1/client')
  expect(reloaded.body.response.sign_up).toEqual(prepared.body.response)
  expect((await browser.get(attempt.path)).body.response).toEqual(prepared.body.response)
})

test('a new address needs a proof of its own, and the code of the old one is void', async () => {
  const server = await createTestServer()
  const browser = server.browser()
  const attempt = await beginSignUp(browser)
  await prepareSignUp(browser, attempt)
  const code = server.inbox.code(address)
  const changed = await browser.patch(attempt.path, { email_address: 'grace@example.com' })
  expect(changed.body.response.verifications.email_address.next_action).toBe('needs_prepare')
  expect(faultOf(await attemptSignUp(browser, attempt, code))).toBe('400 verification_missing')
})

test('a proof of one address does not stay when the address changes', async () => {
  const server = await createTestServer()
  const browser = server.browser()
  const attempt = await beginSignUp(browser, { password: '' })
  await prepareSignUp(browser, attempt)
  await attemptSignUp(browser, attempt, server.inbox.code(address))
  const changed = await browser.patch(attempt.path, {
    email_address: 'victim@example.com',
    password: goodPassword,
  })
  expect(changed.body.response).toMatchObject({
    status: 'missing_requirements',
    unverified_fields: ['email_address'],
  })
  expect(await countUsers(server)).toBe(0)
})

test('a proof of one address never lands on another that is written at the same moment', async () => {
  const server = await createTestServer()
  for (let round = 0; round < 20; round++) {
    const browser = server.browser()
    const own = `eve${round}@example.com`
    const attempt = await beginSignUp(browser, { email_address: own })
    await prepareSignUp(browser, attempt)
    const code = server.inbox.code(own)
    const victim = `victim${round}@example.com`
    await Promise.all([
      attemptSignUp(browser, attempt, code),
      browser.patch(attempt.path, { email_address: victim }),
    ])
  }
  const rows = await server.deps.db.selectFrom('contacts').select('value_norm').execute()
  expect(rows.filter(({ value_norm }) => value_norm.startsWith('victim'))).toEqual([])
})

test('names, metadata and language go with the new user; what nobody knows is ignored', async () => {
  const server = await createTestServer()
  const { browser } = await signUp(server, {
    first_name: ' Ada ',
    last_name: '',
    unsafe_metadata: { plan: 'a', Camel_Case: { deep: [1] } },
    locale: 'en-US',
    timezone: 'Europe/Berlin',
    phone_number: '',
    username: '',
    something_new: 'x',
  })
  const me = await browser.get('/v1/me')
  expect(me.body.response).toMatchObject({
    first_name: 'Ada',
    last_name: null,
    unsafe_metadata: { plan: 'a', Camel_Case: { deep: [1] } },
    public_metadata: {},
  })
})

test('when mail cannot be sent the sign-up stays, and the next try sends at once', async () => {
  const server = await createTestServer()
  const browser = server.browser()
  const attempt = await beginSignUp(browser)
  server.inbox.failNext()
  expect(faultOf(await prepareSignUp(browser, attempt))).toBe('503 mail_delivery_failed')
  expect((await prepareSignUp(browser, attempt)).status).toBe(200)
  expect((await attemptSignUp(browser, attempt, server.inbox.code(address))).body.response.status).toBe(
    'complete',
  )
})

test('in test mode an address for tests gets no mail and takes the known code', async () => {
  const server = await createTestServer({ settings: { testMode: true } })
  const browser = server.browser()
  const attempt = await beginSignUp(browser, { email_address: 'ada+clerk_test@example.com' })
  await prepareSignUp(browser, attempt)
  expect(server.inbox.list()).toEqual([])
  expect((await attemptSignUp(browser, attempt, '424242')).body.response.status).toBe('complete')
})

test('without test mode the known code is a wrong one', async () => {
  const server = await createTestServer()
  const browser = server.browser()
  const email_address = 'ada+clerk_test@example.com'
  const attempt = await beginSignUp(browser, { email_address })
  await prepareSignUp(browser, attempt)
  expect(server.inbox.code(email_address)).toMatch(/^\d{6}$/)
  expect(faultOf(await attemptSignUp(browser, attempt, '424242'))).toBe('422 form_code_incorrect code')
})
