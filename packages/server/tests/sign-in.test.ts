import { expect, test } from 'vitest'
import { attemptSignIn, beginSignIn, otherThan, prepareSignIn } from './support/attempts.ts'
import { faultOf } from './support/faults.ts'
import { addAddress, goodPassword, signInElsewhere, signUp } from './support/people.ts'
import { createTestServer } from './support/test-server.ts'

const identifier = 'ada@example.com'
const signIns = '/v1/client/sign_ins'

test('a person signs in with address and password in one call', async () => {
  const server = await createTestServer()
  const { userId } = await signUp(server)
  const browser = server.browser()
  const done = await browser.post(signIns, { identifier, password: goodPassword, strategy: 'password' })
  const { response, client } = done.body
  expect(response).toMatchObject({
    object: 'sign_in_attempt',
    status: 'complete',
    identifier,
    first_factor_verification: { status: 'verified', strategy: 'password' },
    created_session_id: client.sessions[0].id,
  })
  expect(client).toMatchObject({
    sign_in: null,
    last_active_session_id: response.created_session_id,
    last_authentication_strategy: 'password',
  })
  expect(client.sessions[0].user.id).toBe(userId)
})

test('a person tells the address first and sees the ways to go on', async () => {
  const server = await createTestServer()
  const { addressId } = await signUp(server, { first_name: 'Ada' })
  const browser = server.browser()
  const begun = await browser.post(signIns, { identifier: ' Ada@Example.com ' })
  const byEmail = { safe_identifier: 'a****@example.com', email_address_id: addressId, primary: true }
  expect(begun.body.response).toMatchObject({
    status: 'needs_first_factor',
    identifier: 'Ada@Example.com',
    supported_first_factors: [
      { strategy: 'password' },
      { strategy: 'email_code', ...byEmail },
      { strategy: 'reset_password_email_code', ...byEmail },
    ],
    first_factor_verification: null,
    user_data: { first_name: 'Ada' },
  })
  expect(begun.body.client.sign_in.id).toBe(begun.body.response.id)
  const path = `${signIns}/${begun.body.response.id}/attempt_first_factor`
  const done = await browser.post(path, { strategy: 'password', password: goodPassword })
  expect(done.body.response.status).toBe('complete')
})

test('a person signs in with a code by email', async () => {
  const server = await createTestServer()
  await signUp(server)
  const browser = server.browser()
  const attempt = await beginSignIn(browser)
  const prepared = await prepareSignIn(browser, attempt)
  expect(prepared.body.response.first_factor_verification).toMatchObject({
    status: 'unverified',
    strategy: 'email_code',
    attempts: 0,
    expire_at: server.clock.now() + 600_000,
  })
  const code = server.inbox.code(identifier)
  const wrong = await attemptSignIn(browser, attempt, otherThan(code))
  expect(faultOf(wrong)).toBe('422 form_code_incorrect code')
  expect(wrong.body.errors[0].message).toBe('is incorrect')
  expect(wrong.body.meta.client.sign_in.first_factor_verification.attempts).toBe(1)
  const done = await attemptSignIn(browser, attempt, `${code.slice(0, 3)} ${code.slice(3)}`)
  expect(done.body.response.status).toBe('complete')
  expect(done.body.client.last_authentication_strategy).toBe('email_code')
})

test('with the strategy in the first call the code leaves at once', async () => {
  const server = await createTestServer()
  await signUp(server)
  const browser = server.browser()
  const { body } = await browser.post(signIns, { identifier, strategy: 'email_code' })
  expect(body.response.first_factor_verification.strategy).toBe('email_code')
  const path = `${signIns}/${body.response.id}`
  const done = await attemptSignIn(browser, { id: body.response.id, path }, server.inbox.code(identifier))
  expect(done.body.response.status).toBe('complete')
})

test('the code goes to the address that the person named, unless another of theirs is chosen', async () => {
  const server = await createTestServer()
  const ada = await signUp(server)
  const second = 'second@example.com'
  await addAddress(server, ada.browser, second)
  const browser = server.browser()
  await prepareSignIn(browser, await beginSignIn(browser, second))
  expect(server.inbox.list()[0]?.to).toBe(second)
  const { path } = await beginSignIn(browser, second)
  await browser.post(`${path}/prepare_first_factor`, {
    strategy: 'email_code',
    email_address_id: ada.addressId,
  })
  expect(server.inbox.list()[0]?.to).toBe(identifier)
})

test('a code to the address of somebody else cannot be asked for', async () => {
  const server = await createTestServer()
  await signUp(server)
  const eve = await signUp(server, { email_address: 'eve@example.com' })
  const browser = server.browser()
  const { path } = await beginSignIn(browser)
  const answer = await browser.post(`${path}/prepare_first_factor`, {
    strategy: 'email_code',
    email_address_id: eve.addressId,
  })
  expect(faultOf(answer)).toBe('422 form_param_value_invalid email_address_id')
})

test('an unverified address is no identifier', async () => {
  const server = await createTestServer()
  const { browser } = await signUp(server)
  await browser.post('/v1/me/email_addresses', { email_address: 'new@example.com' })
  const answer = await server.browser().post(signIns, { identifier: 'new@example.com' })
  expect(faultOf(answer)).toBe('422 form_identifier_not_found identifier')
})

test('each wrong field of a sign-in is named', async () => {
  const server = await createTestServer()
  await signUp(server)
  const faults: [Record<string, unknown>, string][] = [
    [{ identifier: 'nobody@example.com' }, '422 form_identifier_not_found identifier'],
    [{ identifier: 'nobody@example.com', password: 'x' }, '422 form_identifier_not_found identifier'],
    [{ identifier: 'ada' }, '422 form_param_format_invalid identifier'],
    [{ identifier: '' }, '422 form_param_nil identifier'],
    [{ identifier: 'x'.repeat(321) }, '422 form_param_max_length_exceeded identifier'],
    [{ strategy: 'password' }, '422 form_param_missing identifier'],
    [{ password: goodPassword }, '422 form_param_missing identifier'],
    [{ identifier, password: 'wrong' }, '422 form_password_incorrect password'],
    [{ identifier, password: 'x'.repeat(2000) }, '422 form_password_incorrect password'],
    [{ identifier, password: 'x'.repeat(20_000) }, '422 form_param_max_length_exceeded password'],
    [{ identifier, strategy: 'oauth_google' }, '422 form_param_value_invalid strategy'],
    [{ identifier, strategy: 'toString' }, '422 form_param_value_invalid strategy'],
    [{ identifier, ticket: 'x' }, '400 ticket_invalid_code ticket'],
    [{ transfer: true }, '422 form_param_value_invalid transfer'],
  ]
  for (const [fields, fault] of faults)
    expect(faultOf(await server.browser().post(signIns, fields)), fault).toBe(fault)
})

test('each wrong field of a factor is named', async () => {
  const server = await createTestServer()
  await signUp(server)
  const browser = server.browser()
  const { path } = await beginSignIn(browser)
  const faults: [string, Record<string, unknown>, string][] = [
    ['attempt_first_factor', {}, '422 form_param_missing strategy'],
    ['attempt_first_factor', { strategy: 'totp' }, '422 form_param_value_invalid strategy'],
    ['attempt_first_factor', { strategy: 'password' }, '422 form_param_nil password'],
    ['attempt_first_factor', { strategy: 'password', password: '' }, '422 form_param_nil password'],
    ['attempt_first_factor', { strategy: 'email_code', code: '' }, '422 form_param_nil code'],
    [
      'attempt_first_factor',
      { strategy: 'email_code', code: '1'.repeat(65) },
      '422 form_param_max_length_exceeded code',
    ],
    ['attempt_first_factor', { strategy: 'email_code', code: '123456' }, '400 verification_missing'],
    ['prepare_first_factor', {}, '422 form_param_missing strategy'],
    ['prepare_first_factor', { strategy: 'password' }, '422 form_param_value_invalid strategy'],
    ['prepare_first_factor', { strategy: 'email_link' }, '422 form_param_value_invalid strategy'],
    ['reset_password', {}, '422 form_param_missing password'],
    ['reset_password', { password: 'a fine new password' }, '400 verification_missing'],
  ]
  for (const [step, fields, fault] of faults)
    expect(faultOf(await browser.post(`${path}/${step}`, fields)), fault).toBe(fault)
})

test('a sign-in without an identifier waits for one', async () => {
  const server = await createTestServer()
  const browser = server.browser()
  const { body } = await browser.post(signIns)
  expect(body.response).toMatchObject({ status: 'needs_identifier', supported_first_factors: null })
  const attempt = { id: body.response.id, path: `${signIns}/${body.response.id}` }
  expect(faultOf(await prepareSignIn(browser, attempt))).toBe('422 form_param_nil identifier')
  expect(faultOf(await attemptSignIn(browser, attempt, '123456'))).toBe('422 form_param_nil identifier')
})

test('what the settings switch off is neither offered nor accepted', async () => {
  const server = await createTestServer({ settings: { emailCodeSignIn: false } })
  await signUp(server)
  const browser = server.browser()
  const begun = await browser.post(signIns, { identifier })
  const offered = begun.body.response.supported_first_factors.map(
    (factor: { strategy: string }) => factor.strategy,
  )
  expect(offered).toEqual(['password', 'reset_password_email_code'])
  const attempt = { id: begun.body.response.id, path: `${signIns}/${begun.body.response.id}` }
  const refused = '422 form_param_value_invalid strategy'
  expect(faultOf(await prepareSignIn(browser, attempt))).toBe(refused)
  expect(faultOf(await attemptSignIn(browser, attempt, '123456'))).toBe(refused)
  expect(faultOf(await browser.post(signIns, { identifier, strategy: 'email_code' }))).toBe(refused)
})

test('somebody without a password is led to another way', async () => {
  const password = { enabled: true, required: false, minLength: 8 }
  const server = await createTestServer({ settings: { password } })
  await signUp(server, { password: '' })
  const answer = await server.browser().post(signIns, { identifier, password: goodPassword })
  expect(faultOf(answer)).toBe('400 strategy_for_user_invalid')
})

test('a finished sign-in is finished', async () => {
  const server = await createTestServer({ settings: { singleSessionMode: false } })
  await signUp(server)
  const browser = server.browser()
  const attempt = await beginSignIn(browser)
  await prepareSignIn(browser, attempt)
  const code = server.inbox.code(identifier)
  await attemptSignIn(browser, attempt, code)
  expect(faultOf(await attemptSignIn(browser, attempt, code))).toBe('400 verification_already_verified')
  expect(faultOf(await prepareSignIn(browser, attempt))).toBe('400 verification_already_verified')
  expect((await browser.get(attempt.path)).body.response.status).toBe('complete')
})

test('after a day a sign-in is abandoned', async () => {
  const server = await createTestServer()
  await signUp(server)
  const browser = server.browser()
  const attempt = await beginSignIn(browser)
  server.clock.advance(86_400_000)
  expect((await browser.get(attempt.path)).body.response.status).toBe('abandoned')
  const password = { strategy: 'password', password: goodPassword }
  const late = await browser.post(`${attempt.path}/attempt_first_factor`, password)
  expect(faultOf(late)).toBe('400 verification_expired')
})

test('a sign-in of another browser is not found', async () => {
  const server = await createTestServer()
  await signUp(server)
  const attempt = await beginSignIn(server.browser())
  const eve = server.browser()
  await beginSignIn(eve)
  for (const browser of [eve, server.browser()]) {
    expect(faultOf(await browser.get(attempt.path))).toBe('404 resource_not_found')
    expect(faultOf(await prepareSignIn(browser, attempt))).toBe('404 resource_not_found')
    expect(faultOf(await attemptSignIn(browser, attempt, '123456'))).toBe('404 resource_not_found')
    const reset = await browser.post(`${attempt.path}/reset_password`, { password: goodPassword })
    expect(faultOf(reset)).toBe('404 resource_not_found')
  }
})

test('a browser that is signed in is told which session it has', async () => {
  const server = await createTestServer()
  const { browser, sessionId } = await signUp(server)
  const again = await browser.post(signIns, { identifier, password: goodPassword })
  expect(faultOf(again)).toBe('400 session_exists')
  expect(again.body.errors[0].meta.session_id).toBe(sessionId)
  expect(again.body.meta.client.sessions).toHaveLength(1)
})

test('a form that is sent twice signs in once', async () => {
  const server = await createTestServer()
  await signUp(server)
  const browser = server.browser()
  await browser.post('/v1/client')
  const send = () => browser.post(signIns, { identifier, password: goodPassword })
  const answers = await Promise.all([send(), send(), send()])
  expect(answers.map(faultOf).sort()).toEqual(['200', '400 session_exists', '400 session_exists'])
  expect((await browser.get('/v1/client')).body.response.sessions).toHaveLength(1)
})

test('with several accounts a browser holds each of them once', async () => {
  const server = await createTestServer({ settings: { singleSessionMode: false } })
  const ada = await signUp(server)
  await signUp(server, { email_address: 'grace@example.com' })
  server.clock.advance(1000)
  await signInElsewhere(server, { address: 'grace@example.com', password: goodPassword }, ada.browser)
  const client = (await ada.browser.get('/v1/client')).body.response
  expect(client.sessions).toHaveLength(2)
  expect(client.last_active_session_id).toBe(client.sessions[1].id)
  const again = await ada.browser.post(signIns, { identifier, password: goodPassword })
  expect(faultOf(again)).toBe('400 identifier_already_signed_in')
  expect(again.body.errors[0].meta.session_id).toBe(ada.sessionId)
})
