import { describe, expect, test } from 'vitest'
import type { TestBrowser, TestServer } from '../src/testing/index.ts'
import { backendOf } from './support/backend.ts'
import { faultOf } from './support/faults.ts'
import { goodPassword, signUp } from './support/people.ts'
import { createTestServer } from './support/test-server.ts'

const address = 'eve@example.com'
const onlyAnAddress = {
  password: { enabled: true, required: false, minLength: 8 },
  phoneNumber: { enabled: true, required: false, usedForFirstFactor: true, verifyAtSignUp: true },
}

const begin = (browser: TestBrowser, identifier = address, fields = {}) =>
  browser.post('/v1/client/sign_ins', { identifier, sign_up_if_missing: true, ...fields })

/** Begins a sign-in of nobody and enters its code. */
async function prove(
  server: TestServer,
  browser: TestBrowser,
  identifier = address,
  strategy = 'email_code',
) {
  const { body } = await begin(browser, identifier)
  const path = `/v1/client/sign_ins/${body.response.id}`
  await browser.post(`${path}/prepare_first_factor`, { strategy })
  const attempt = (code: string) => browser.post(`${path}/attempt_first_factor`, { strategy, code })
  return { path, attempt, answer: await attempt(server.inbox.code(identifier)) }
}

describe.each([false, true])('with enumerationProtection %s', (enumerationProtection) => {
  const strict = { ...onlyAnAddress, enumerationProtection }

  test('an address that nobody has leads to an account, once its code was entered', async () => {
    const server = await createTestServer({ settings: strict })
    const browser = server.browser()
    const { answer } = await prove(server, browser)
    expect(faultOf(answer)).toBe('422 sign_up_if_missing_transfer')
    expect(answer.body.meta.client.sign_in.first_factor_verification.status).toBe('transferable')
    const { status, body } = await browser.post('/v1/client/sign_ups', { transfer: true })
    expect(status).toBe(200)
    expect(body.response.status).toBe('complete')
    expect(body.client.sign_in).toBeNull()
    const [session] = body.client.sessions
    expect(session.id).toBe(body.response.created_session_id)
    expect(session.user.email_addresses).toMatchObject([
      { email_address: address, verification: { status: 'verified', strategy: 'email_code' } },
    ])
  })

  test('a number that nobody has does so too', async () => {
    const number = '+306945550123'
    const settings = { ...strict, emailAddress: { ...defaultEmail, required: false } }
    const server = await createTestServer({ settings })
    const browser = server.browser()
    expect(faultOf((await prove(server, browser, number, 'phone_code')).answer)).toBe(
      '422 sign_up_if_missing_transfer',
    )
    const { body } = await browser.post('/v1/client/sign_ups', { transfer: true })
    expect(body.response).toMatchObject({ status: 'complete', phone_number: number })
  })

  test('somebody who has an account is signed in', async () => {
    const server = await createTestServer({ settings: strict })
    await signUp(server, { email_address: address })
    const { answer } = await prove(server, server.browser())
    expect(answer.body.response.status).toBe('complete')
  })

  test('what the account still needs is asked for, and the address stays proved', async () => {
    const server = await createTestServer({ settings: { enumerationProtection } })
    const browser = server.browser()
    await prove(server, browser)
    const { body } = await browser.post('/v1/client/sign_ups', { transfer: true })
    expect(body.response).toMatchObject({
      status: 'missing_requirements',
      missing_fields: ['password'],
      unverified_fields: [],
      email_address: address,
    })
    const path = `/v1/client/sign_ups/${body.response.id}`
    const done = await browser.patch(path, { password: goodPassword })
    expect(done.body.response.status).toBe('complete')
  })

  test('S22: one proof makes one account, however many calls want it at once', async () => {
    const server = await createTestServer({ settings: strict })
    const browser = server.browser()
    await prove(server, browser)
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => browser.post('/v1/client/sign_ups', { transfer: true })),
    )
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    expect((await backendOf(server).get('/v1/users')).body).toHaveLength(1)
    const again = await browser.post('/v1/client/sign_ups', { transfer: true })
    expect(again.status).toBeGreaterThanOrEqual(400)
  })

  test('S23: nobody takes over the proof of another browser, nor one that is too old', async () => {
    const server = await createTestServer({ settings: strict })
    const browser = server.browser()
    await prove(server, browser)
    const thief = server.browser()
    await begin(thief)
    const refused = '422 form_param_value_invalid transfer'
    expect(faultOf(await thief.post('/v1/client/sign_ups', { transfer: true }))).toBe(refused)
    expect(faultOf(await server.browser().post('/v1/client/sign_ups', { transfer: true }))).toBe(refused)
    server.clock.advance(86_400_000)
    expect(faultOf(await browser.post('/v1/client/sign_ups', { transfer: true }))).toBe(refused)
  })

  test('the address of the proof counts, not another one beside it', async () => {
    const server = await createTestServer({ settings: strict })
    const browser = server.browser()
    await prove(server, browser)
    const { body } = await browser.post('/v1/client/sign_ups', {
      transfer: true,
      email_address: 'ceo@example.com',
    })
    expect(body.response).toMatchObject({ status: 'complete', email_address: address })
  })

  test('an account that was made in the meantime is not doubled', async () => {
    const server = await createTestServer({ settings: strict })
    const browser = server.browser()
    await prove(server, browser)
    await backendOf(server).post('/v1/users', { email_address: [address], skip_password_requirement: true })
    const late = await browser.post('/v1/client/sign_ups', { transfer: true })
    expect(faultOf(late)).toBe('422 form_identifier_exists email_address')
  })

  test('a sign-in whose code was right goes on as a sign-up only', async () => {
    const server = await createTestServer({ settings: strict })
    const { path, attempt } = await prove(server, server.browser())
    expect(path).toContain('sia_')
    expect(faultOf(await attempt('123456'))).toBe('422 sign_up_if_missing_transfer')
  })

  test('S21: the sixth wrong code of a newcomer kills the code', async () => {
    const server = await createTestServer({ settings: strict })
    const browser = server.browser()
    const { body } = await begin(browser)
    const path = `/v1/client/sign_ins/${body.response.id}`
    await browser.post(`${path}/prepare_first_factor`, { strategy: 'email_code' })
    const code = server.inbox.code(address)
    const attempt = (given: string) =>
      browser.post(`${path}/attempt_first_factor`, { strategy: 'email_code', code: given })
    for (let tries = 0; tries < 5; tries++) await attempt('12345')
    expect(faultOf(await attempt(code))).toBe('400 verification_failed')
  })
})

const defaultEmail = { enabled: true, required: true, usedForFirstFactor: true, verifyAtSignUp: true }

test('a newcomer is offered a code and nothing else', async () => {
  const server = await createTestServer({ settings: onlyAnAddress })
  const { body } = await begin(server.browser())
  expect(body.response).toMatchObject({
    status: 'needs_first_factor',
    supported_first_factors: [{ strategy: 'email_code', safe_identifier: 'e****@example.com' }],
  })
})

test('an identifier that no code can prove is still not found', async () => {
  const names = { username: { enabled: true, required: false, usedForFirstFactor: true } }
  const cases = [
    { identifier: 'nobody_here', settings: names },
    { identifier: address, settings: { emailCodeSignIn: false } },
    { identifier: address, settings: {}, fields: { password: 'not the one' } },
  ]
  for (const { identifier, settings, fields } of cases) {
    const server = await createTestServer({ settings })
    expect(faultOf(await begin(server.browser(), identifier, fields))).toBe(
      '422 form_identifier_not_found identifier',
    )
  }
})

test('a `sign_up_if_missing` that is no flag is refused', async () => {
  const server = await createTestServer()
  expect(faultOf(await begin(server.browser(), address, { sign_up_if_missing: 'perhaps' }))).toBe(
    '422 form_param_value_invalid sign_up_if_missing',
  )
})
