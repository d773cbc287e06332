import { expect, test } from 'vitest'
import type { TestServer } from '../src/testing/index.ts'
import { backendOf } from './support/backend.ts'
import { faultOf } from './support/faults.ts'
import { createTestServer } from './support/test-server.ts'

const testMode = { settings: { testMode: true }, limits: true }

async function tokenOf(server: TestServer): Promise<string> {
  const { status, body } = await backendOf(server).post('/v1/testing_tokens')
  expect(status).toBe(200)
  expect(body).toEqual({ object: 'testing_token', token: expect.any(String), expires_at: expect.any(Number) })
  expect(body.expires_at).toBe(Math.floor(server.clock.now() / 1000) + 3600)
  return body.token
}

/** What the seventh sign-in in a row is answered with: one more than the limits allow. */
async function seventhSignIn(
  server: TestServer,
  token: string | undefined,
  ipAddress = '203.0.113.5',
): Promise<string> {
  const browser = server.browser({ ipAddress })
  const query = token === undefined ? '' : `?__clerk_testing_token=${token}`
  const ask = () => browser.post(`/v1/client/sign_ins${query}`, { identifier: 'nobody@example.com' })
  for (let tries = 0; tries < 6; tries++) await ask()
  return faultOf(await ask())
}

const passed = '422 form_identifier_not_found identifier'

test('in test mode a testing token lifts the limits, for as long as it lives', async () => {
  const server = await createTestServer(testMode)
  const token = await tokenOf(server)
  expect(await seventhSignIn(server, undefined)).toBe('429 too_many_requests')
  expect(await seventhSignIn(server, token)).toBe(passed)
  server.clock.advance(3_600_001)
  expect(await seventhSignIn(server, token)).toBe('429 too_many_requests')
})

test('a client of a test run is told that nobody has to prove to be human', async () => {
  const server = await createTestServer(testMode)
  const token = await tokenOf(server)
  const told = async (query: string) =>
    (await server.browser().get(`/v1/client${query}`)).body.response.captcha_bypass
  expect(await told(`?__clerk_testing_token=${token}`)).toBe(true)
  expect(await told('?__clerk_testing_token=x')).toBe(false)
  expect(await told('')).toBe(false)
})

test('in test mode with a testing token any number of codes goes to one address', async () => {
  const server = await createTestServer(testMode)
  const query = `?__clerk_testing_token=${await tokenOf(server)}`
  const email_address = 'ada+clerk_test@example.com'
  for (let times = 0; times < 12; times++) {
    const browser = server.browser({ ipAddress: '203.0.113.5' })
    const { body } = await browser.post(`/v1/client/sign_ups${query}`, { email_address })
    const path = `/v1/client/sign_ups/${body.response.id}/prepare_verification${query}`
    expect((await browser.post(path, { strategy: 'email_code' })).status).toBe(200)
  }
})

test('S64: a testing token that is forged lifts nothing, nor does one without test mode', async () => {
  const server = await createTestServer(testMode)
  const token = await tokenOf(server)
  const later = token.replace(/^\d+/, (time) => String(Number(time) + 1))
  const forgeries = ['', 'x', token.slice(0, -1), `${token}0`, later, '9'.repeat(400), '-1-', 'NaN-']
  for (const [index, forged] of forgeries.entries())
    expect(await seventhSignIn(server, forged, `203.0.113.${index}`), forged).toBe('429 too_many_requests')
  const strict = await createTestServer({ limits: true })
  expect(await seventhSignIn(strict, token)).toBe('429 too_many_requests')
})

test('S64: without test mode nobody gets a testing token, and without the secret key nobody ever', async () => {
  const server = await createTestServer()
  const refused = await backendOf(server).post('/v1/testing_tokens')
  expect(faultOf(refused)).toBe('403 resource_forbidden')
  const stranger = await backendOf(await createTestServer(testMode), {}).post('/v1/testing_tokens')
  expect(stranger.status).toBe(401)
})

test('S64: a testing token proves nothing about a person', async () => {
  const server = await createTestServer(testMode)
  const token = await tokenOf(server)
  expect((await server.browser().get(`/v1/me?__clerk_testing_token=${token}`)).status).toBe(401)
})

test('in test mode numbers for tests get no message and take the known code', async () => {
  const phone = { enabled: true, required: true, usedForFirstFactor: true, verifyAtSignUp: true }
  const settings = {
    testMode: true,
    phoneNumber: phone,
    emailAddress: { ...phone, required: false },
    password: { enabled: false, required: false, minLength: 8 },
  }
  for (const [phone_number, isForTests] of [
    ['+14155550100', true],
    ['+19175550199', true],
    ['+1 (201) 555-0142', true],
    ['+14155550200', false],
    ['+14155560100', false],
    ['+306945550123', false],
  ] as const) {
    const server = await createTestServer({ settings })
    const browser = server.browser()
    const { body } = await browser.post('/v1/client/sign_ups', { phone_number })
    const path = `/v1/client/sign_ups/${body.response.id}`
    await browser.post(`${path}/prepare_verification`, { strategy: 'phone_code' })
    expect(server.inbox.messages().length, phone_number).toBe(isForTests ? 0 : 1)
    const done = await browser.post(`${path}/attempt_verification`, {
      strategy: 'phone_code',
      code: '424242',
    })
    expect(done.status, phone_number).toBe(isForTests ? 200 : 422)
  }
})
