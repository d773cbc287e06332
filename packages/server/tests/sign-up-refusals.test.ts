import type { ErrorJSON } from '@usher/protocol/errors'
import { expect, test } from 'vitest'
import type { TestBrowser, TestServer } from '../src/testing/index.ts'
import { type Attempt, attemptSignUp, beginSignUp, prepareSignUp } from './support/attempts.ts'
import { faultOf } from './support/faults.ts'
import { goodPassword, signUp } from './support/people.ts'
import { createTestServer } from './support/test-server.ts'

const address = 'ada@example.com'
const signUps = '/v1/client/sign_ups'

const countUsers = async ({ deps }: TestServer) =>
  (await deps.db.selectFrom('users').select('id').execute()).length

test('each wrong field is named, and nothing is stored', async () => {
  const server = await createTestServer()
  const faults: [Record<string, unknown>, string][] = [
    [{ email_address: 'no address' }, '422 form_param_format_invalid email_address'],
    [{ email_address: 'a@b' }, '422 form_param_format_invalid email_address'],
    [{ email_address: `${'a'.repeat(250)}@example.com` }, '422 form_param_max_length_exceeded email_address'],
    [{ email_address: 'ada\u200b@example.com' }, '422 form_param_format_invalid email_address'],
    [{ email_address: 'ada＠example.com' }, '422 form_param_format_invalid email_address'],
    [{ password: 'short' }, '422 form_password_length_too_short password'],
    [{ password: 'p'.repeat(129) }, '422 form_password_length_too_long password'],
    [{ first_name: 'n'.repeat(257) }, '422 form_param_max_length_exceeded first_name'],
    [{ unsafe_metadata: '[1]' }, '422 form_param_format_invalid unsafe_metadata'],
    [{ unsafe_metadata: '{"a":' }, '422 form_param_format_invalid unsafe_metadata'],
    [{ unsafe_metadata: { text: 'x'.repeat(8192) } }, '422 form_param_exceeds_allowed_size unsafe_metadata'],
    [{ unsafe_metadata: '{"__proto__":{"a":1}}' }, '422 form_param_value_invalid unsafe_metadata'],
    [{ legal_accepted: 'perhaps' }, '422 form_param_value_invalid legal_accepted'],
    [{ strategy: 'oauth_google' }, '422 form_param_value_invalid strategy'],
    [{ transfer: true }, '422 form_param_value_invalid transfer'],
    [{ ticket: 'x' }, '400 ticket_invalid_code ticket'],
    [{ phone_number: '+15555550100' }, '422 form_param_unknown phone_number'],
    [{ username: 'ada_lovelace' }, '422 form_param_unknown username'],
    [{ locale: 'x'.repeat(65) }, '422 form_param_max_length_exceeded locale'],
  ]
  for (const [field, fault] of faults) {
    const given = { email_address: address, password: goodPassword, ...field }
    expect(faultOf(await server.browser().post(signUps, given)), fault).toBe(fault)
  }
  expect(await server.deps.db.selectFrom('sign_ups').selectAll().execute()).toEqual([])
})

test('two wrong fields are named in one answer', async () => {
  const server = await createTestServer()
  const { status, body } = await server.browser().post(signUps, { email_address: 'foo@bar', password: 'abc' })
  expect(status).toBe(422)
  expect(body.errors.map(({ code, meta }: ErrorJSON) => `${code} ${meta.param_name}`)).toEqual([
    'form_param_format_invalid email_address',
    'form_password_length_too_short password',
  ])
})

test('a wrong field changes nothing of the sign-up', async () => {
  const server = await createTestServer()
  const browser = server.browser()
  const attempt = await beginSignUp(browser)
  const before = (await browser.get(attempt.path)).body.response
  const refused = await browser.patch(attempt.path, { first_name: 'Ada', password: 'short' })
  expect(faultOf(refused)).toBe('422 form_password_length_too_short password')
  expect(refused.body.meta.client.sign_up).toEqual(before)
})

test('an address that somebody owns is refused before anything is stored, in every spelling', async () => {
  const server = await createTestServer()
  await signUp(server)
  for (const email_address of [address, 'ADA@Example.COM', ' ada@example.com '])
    expect(faultOf(await server.browser().post(signUps, { email_address, password: goodPassword }))).toBe(
      '422 form_identifier_exists email_address',
    )
  expect(await countUsers(server)).toBe(1)
})

test('of two who sign up with one address at the same moment, exactly one wins and nothing is left of the other', async () => {
  const server = await createTestServer()
  const people: { browser: TestBrowser; attempt: Attempt; code: string }[] = []
  for (let count = 0; count < 4; count++) {
    const browser = server.browser()
    const attempt = await beginSignUp(browser)
    await prepareSignUp(browser, attempt)
    people.push({ browser, attempt, code: server.inbox.code(address) })
  }
  const answers = await Promise.all(
    people.map(({ browser, attempt, code }) => attemptSignUp(browser, attempt, code)),
  )
  expect(answers.map(faultOf).sort()).toEqual([
    '200',
    ...Array(3).fill('422 form_identifier_exists email_address'),
  ])
  expect(await countUsers(server)).toBe(1)
  for (const table of ['contacts', 'sessions'] as const)
    expect(await server.deps.db.selectFrom(table).select('id').execute()).toHaveLength(1)
  const loser = people[answers.findIndex(({ status }) => status === 422)]
  const { body } = (await loser?.browser.get('/v1/client')) ?? { body: null }
  expect(body.response).toMatchObject({ sessions: [], sign_up: { status: 'missing_requirements' } })
})

test('the loser of an address finishes with another one', async () => {
  const server = await createTestServer()
  const browser = server.browser()
  const attempt = await beginSignUp(browser)
  await signUp(server)
  expect(faultOf(await prepareSignUp(browser, attempt))).toBe('422 form_identifier_exists email_address')
  await browser.patch(attempt.path, { email_address: 'grace@example.com' })
  await prepareSignUp(browser, attempt)
  const done = await attemptSignUp(browser, attempt, server.inbox.code('grace@example.com'))
  expect(done.body.response.status).toBe('complete')
})

test('S22: a form that is sent twice makes one user', async () => {
  const server = await createTestServer()
  const browser = server.browser()
  const attempt = await beginSignUp(browser)
  await prepareSignUp(browser, attempt)
  const code = server.inbox.code(address)
  const answers = await Promise.all([1, 2, 3].map(() => attemptSignUp(browser, attempt, code)))
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  for (const answer of answers.filter(({ status }) => status !== 200))
    expect(['400 verification_already_verified', '404 resource_not_found']).toContain(faultOf(answer))
  expect(await countUsers(server)).toBe(1)
  expect((await browser.get('/v1/client')).body.response.sessions).toHaveLength(1)
})

test('a finished sign-up is finished', async () => {
  const server = await createTestServer({ settings: { singleSessionMode: false } })
  const browser = server.browser()
  const attempt = await beginSignUp(browser)
  await prepareSignUp(browser, attempt)
  const code = server.inbox.code(address)
  await attemptSignUp(browser, attempt, code)
  expect(faultOf(await attemptSignUp(browser, attempt, code))).toBe('400 verification_already_verified')
  expect(faultOf(await prepareSignUp(browser, attempt))).toBe('400 verification_already_verified')
  expect(faultOf(await browser.patch(attempt.path, { first_name: 'Eve' }))).toBe(
    '400 sign_up_cannot_be_updated',
  )
  expect((await browser.get(attempt.path)).body.response.status).toBe('complete')
})

test('after a day a sign-up is abandoned', async () => {
  const server = await createTestServer()
  const browser = server.browser()
  const attempt = await beginSignUp(browser)
  server.clock.advance(86_400_000)
  expect((await browser.get(attempt.path)).body.response.status).toBe('abandoned')
  expect(faultOf(await prepareSignUp(browser, attempt))).toBe('400 sign_up_cannot_be_updated')
  expect(faultOf(await attemptSignUp(browser, attempt, '123456'))).toBe('400 sign_up_cannot_be_updated')
  expect(faultOf(await browser.patch(attempt.path, { first_name: 'Ada' }))).toBe(
    '400 sign_up_cannot_be_updated',
  )
})

test('nobody signs up on a browser that is signed in', async () => {
  const server = await createTestServer()
  const { browser, sessionId } = await signUp(server)
  const again = await browser.post(signUps, { email_address: 'eve@example.com', password: goodPassword })
  expect(faultOf(again)).toBe('400 session_exists')
  expect(again.body.errors[0].meta.session_id).toBe(sessionId)
  expect(again.body.meta.client.sessions[0].id).toBe(sessionId)
})

test('a sign-up of another browser is not found', async () => {
  const server = await createTestServer()
  const attempt = await beginSignUp(server.browser())
  const eve = server.browser()
  await beginSignUp(eve, { email_address: 'eve@example.com' })
  for (const browser of [eve, server.browser()]) {
    expect(faultOf(await browser.get(attempt.path))).toBe('404 resource_not_found')
    expect(faultOf(await browser.patch(attempt.path, { first_name: 'Eve' }))).toBe('404 resource_not_found')
    expect(faultOf(await prepareSignUp(browser, attempt))).toBe('404 resource_not_found')
    expect(faultOf(await attemptSignUp(browser, attempt, '123456'))).toBe('404 resource_not_found')
  }
})
