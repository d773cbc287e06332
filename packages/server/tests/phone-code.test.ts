import { signUp as signUpShape } from '@usher/protocol'
import { expect, test } from 'vitest'
import * as z from 'zod/mini'
import { backendOf } from './support/backend.ts'
import { faultOf } from './support/faults.ts'
import { goodPassword, signUp } from './support/people.ts'
import { addVerified, me, number, on, second, start, strategy } from './support/phone-numbers.ts'

test('somebody signs in with a number and a password, or with a code by text message', async () => {
  const server = await start()
  const { browser } = await signUp(server)
  const id = await addVerified(server, browser, number)
  const withPassword = await server
    .browser()
    .post('/v1/client/sign_ins', { identifier: '+30 694 5550123', password: goodPassword })
  expect(withPassword.body.response.status).toBe('complete')

  server.clock.advance(60_000)
  const phone = server.browser()
  const { body } = await phone.post('/v1/client/sign_ins', { identifier: number })
  expect(body.response.supported_identifiers).toContain('phone_number')
  expect(body.response.supported_first_factors).toContainEqual({
    strategy,
    safe_identifier: '+30********23',
    phone_number_id: id,
    primary: true,
    default: true,
    channels: ['sms'],
  })
  const signIn = `/v1/client/sign_ins/${body.response.id}`
  await phone.post(`${signIn}/prepare_first_factor`, { strategy, phone_number_id: id })
  const code = server.inbox.code(number)
  const done = await phone.post(`${signIn}/attempt_first_factor`, { strategy, code })
  expect(done.body.response.status).toBe('complete')
  expect(done.body.client.last_authentication_strategy).toBe(strategy)
})

test('a number without + is one of the country that the settings name, wherever it is given', async () => {
  const server = await start({ phoneNumber: { ...on, defaultCountry: 'GR' } })
  const { browser } = await signUp(server)
  await addVerified(server, browser, '694 555 0123')
  expect((await me(browser)).phone_numbers[0].phone_number).toBe(number)
  const phone = server.browser()
  const { body } = await phone.post('/v1/client/sign_ins', { identifier: '(694) 555-0123' })
  const signIn = `/v1/client/sign_ins/${body.response.id}`
  await phone.post(`${signIn}/prepare_first_factor`, { strategy })
  const code = server.inbox.code(number)
  const done = await phone.post(`${signIn}/attempt_first_factor`, { strategy, code })
  expect(done.body.response.status).toBe('complete')
  const found = await backendOf(server).get('/v1/users?phone_number=6945550123')
  expect(found.body).toHaveLength(1)
  const { body: environment } = await browser.get('/v1/environment')
  expect(environment.user_settings.attributes.phone_number.default_country).toBe('GR')
})

test('without such a country a number without + is none', async () => {
  const server = await start()
  const answer = await server.browser().post('/v1/client/sign_ins', { identifier: '6945550123' })
  expect(faultOf(answer)).toBe('422 form_param_format_invalid identifier')
})

test('a forgotten password is set anew with a code by text message', async () => {
  const server = await start()
  const { browser } = await signUp(server)
  await addVerified(server, browser, number)
  const phone = server.browser()
  const reset = 'reset_password_phone_code'
  const { body } = await phone.post('/v1/client/sign_ins', { identifier: number })
  const signIn = `/v1/client/sign_ins/${body.response.id}`
  await phone.post(`${signIn}/prepare_first_factor`, { strategy: reset })
  const proved = await phone.post(`${signIn}/attempt_first_factor`, {
    strategy: reset,
    code: server.inbox.code(number),
  })
  expect(proved.body.response.status).toBe('needs_new_password')
  const done = await phone.post(`${signIn}/reset_password`, { password: 'another horse battery staple' })
  expect(done.body.response.status).toBe('complete')
})

test('a number and a password are a whole sign-up where no address is asked for', async () => {
  const emailAddress = { ...on, enabled: false }
  const server = await start({ phoneNumber: { ...on, required: true }, emailAddress })
  const browser = server.browser()
  const { body } = await browser.post('/v1/client/sign_ups', { phone_number: number, password: goodPassword })
  expect(z.parse(signUpShape, body.response)).toMatchObject({
    phone_number: number,
    required_fields: ['phone_number', 'password'],
    unverified_fields: ['phone_number'],
    verifications: {
      email_address: null,
      phone_number: { next_action: 'needs_prepare', supported_strategies: [strategy] },
    },
  })
  const signUpPath = `/v1/client/sign_ups/${body.response.id}`
  await browser.post(`${signUpPath}/prepare_verification`, { strategy, channel: 'sms' })
  const done = await browser.post(`${signUpPath}/attempt_verification`, {
    strategy,
    code: server.inbox.code(number),
  })
  expect(done.body.response).toMatchObject({ status: 'complete' })
  const user = await me(browser)
  expect(user.primary_phone_number_id).toBe(user.phone_numbers[0].id)
  expect(done.body.client.sessions[0].public_user_data.identifier).toBe(number)
})

test('an address and a number of one sign-up are verified one after the other', async () => {
  const server = await start({ phoneNumber: { ...on, required: true } })
  const browser = server.browser()
  const given = { email_address: 'ada@example.com', phone_number: number, password: goodPassword }
  const { body } = await browser.post('/v1/client/sign_ups', given)
  expect(body.response.unverified_fields).toEqual(['email_address', 'phone_number'])
  const at = `/v1/client/sign_ups/${body.response.id}`
  await browser.post(`${at}/prepare_verification`, { strategy: 'email_code' })
  await browser.post(`${at}/prepare_verification`, { strategy })
  const first = await browser.post(`${at}/attempt_verification`, {
    strategy: 'email_code',
    code: server.inbox.code('ada@example.com'),
  })
  expect(first.body.response).toMatchObject({
    status: 'missing_requirements',
    unverified_fields: ['phone_number'],
  })
  // A code proves what it was sent to, and nothing else.
  const wrong = { strategy, code: server.inbox.code('ada@example.com') }
  if (wrong.code !== server.inbox.code(number))
    expect(faultOf(await browser.post(`${at}/attempt_verification`, wrong))).toBe(
      '422 form_code_incorrect code',
    )
  const done = await browser.post(`${at}/attempt_verification`, { strategy, code: server.inbox.code(number) })
  expect(done.body.response.status).toBe('complete')
  expect(await me(browser)).toMatchObject({
    email_addresses: [{ email_address: 'ada@example.com', verification: { status: 'verified' } }],
    phone_numbers: [{ phone_number: number, verification: { status: 'verified' } }],
  })
})

test('a number that is changed during a sign-up has to be verified anew', async () => {
  const server = await start({ phoneNumber: { ...on, required: true } })
  const browser = server.browser()
  const given = { email_address: 'ada@example.com', phone_number: number, password: goodPassword }
  const { body } = await browser.post('/v1/client/sign_ups', given)
  const at = `/v1/client/sign_ups/${body.response.id}`
  await browser.post(`${at}/prepare_verification`, { strategy })
  const code = server.inbox.code(number)
  await browser.post(`${at}/attempt_verification`, { strategy, code })
  const changed = await browser.patch(at, { phone_number: second })
  expect(changed.body.response.unverified_fields).toEqual(['email_address', 'phone_number'])
  expect(faultOf(await browser.post(`${at}/attempt_verification`, { strategy, code }))).toBe(
    '400 verification_missing',
  )
})

test('S18: where accounts are a secret, the owner of a number is told that somebody tried to sign up with it', async () => {
  const server = await start({ enumerationProtection: true, phoneNumber: { ...on, required: true } })
  const ada = { email_address: ['ada@example.com'], phone_number: [number], password: goodPassword }
  expect((await backendOf(server).post('/v1/users', ada)).status).toBe(200)
  const eve = server.browser()
  const given = { email_address: 'eve@example.com', phone_number: number, password: goodPassword }
  const begun = await eve.post('/v1/client/sign_ups', given)
  expect(begun.status).toBe(200)
  const at = `/v1/client/sign_ups/${begun.body.response.id}`
  expect((await eve.post(`${at}/prepare_verification`, { strategy })).status).toBe(200)
  expect(server.inbox.messages()[0]?.text).toMatch(/^Somebody tried to create an account/)
  const signIn = await server.browser().post('/v1/client/sign_ins', { identifier: second })
  expect(signIn.body.response.supported_first_factors).toContainEqual({
    strategy,
    safe_identifier: '+44********58',
    primary: true,
  })
})
