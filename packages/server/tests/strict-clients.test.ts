import { expect, test } from 'vitest'
import { backendOf } from './support/backend.ts'
import { goodPassword, signUp } from './support/people.ts'
import { on } from './support/phone-numbers.ts'
import { createTestServer } from './support/test-server.ts'

test('a client that reads no user settings learns how people sign up and in', async () => {
  const server = await createTestServer({
    settings: {
      ...{ phoneNumber: on, firstName: 'required', lastName: 'off', emailLinkSignIn: true, allowlist: true },
      secondFactors: { authenticatorApp: true, phoneCode: false, backupCode: true },
    },
  })
  const { auth_config, user_settings } = (await server.browser().get('/v1/environment')).body
  expect(auth_config).toMatchObject({
    ...{
      first_name: 'required',
      last_name: 'off',
      email_address: 'required',
      username: 'off',
      password: 'required',
    },
    identification_strategies: ['email_address', 'phone_number'],
    first_factors: ['password', 'email_code', 'email_link', 'phone_code'],
    second_factors: ['totp', 'backup_code'],
    email_address_verification_strategies: ['email_code'],
    native_settings: { object: 'native_settings', api_enabled: true },
  })
  expect(user_settings.restrictions).toMatchObject({
    allowlist: { enabled: true },
    blocklist: { enabled: false },
  })
})

test('a backend with its key reads the keys that tokens are signed with', async () => {
  const server = await createTestServer()
  const { status, body } = await backendOf(server).get('/v1/jwks')
  expect([status, body]).toEqual([200, (await server.browser().get('/.well-known/jwks.json')).body])
})

test('a verification is named after what was proved how', async () => {
  const server = await createTestServer()
  const backend = backendOf(server)
  const { browser } = await signUp(server)
  const [proved] = (await browser.get('/v1/me')).body.response.email_addresses
  expect(proved.verification).toMatchObject({ object: 'verification_otp', strategy: 'email_code' })
  const { body: user } = await backend.post('/v1/users', {
    email_address: ['made@example.com'],
    password: goodPassword,
  })
  const [made] = user.email_addresses
  expect(made.verification).toMatchObject({ object: 'verification_admin', strategy: 'admin' })
  const { body: added } = await backend.post('/v1/email_addresses', {
    user_id: user.id,
    email_address: 'added@example.com',
  })
  const prepared = await backend.post(`/v1/email_addresses/${added.id}/prepare_verification`)
  expect([prepared.status, JSON.stringify(prepared.body)]).toEqual([
    200,
    expect.stringContaining('"object":"verification_otp"'),
  ])
})

test('somebody who is signed in reads whether they are locked, and how many tries are left', async () => {
  const server = await createTestServer({ settings: { lockAfter: 7 } })
  const { browser, userId } = await signUp(server)
  const free = { banned: false, locked: false, lockout_expires_in_seconds: null }
  const read = async () => (await browser.get('/v1/me')).body.response
  expect(await read()).toMatchObject({ ...free, verification_attempts_remaining: 7 })
  await backendOf(server).post(`/v1/users/${userId}/lock`)
  expect(await read()).toMatchObject({ banned: false, locked: true, lockout_expires_in_seconds: 3600 })
})
