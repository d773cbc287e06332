import { expect, test } from 'vitest'
import { callbackPage, createOAuthWorld, homePage, strategy, verificationOf, walk } from './support/oauth.ts'
import { goodPassword, signUp } from './support/people.ts'

test('somebody new signs up with an account elsewhere, and in with it the next time', async () => {
  const { provider, server } = await createOAuthWorld()
  const first = await walk({ provider, browser: server.browser() }, 'sign_ups')
  expect(first.status).toBe(303)
  expect(first.location).toBe(homePage)
  const { user } = first.client.sessions[0]
  expect(user).toMatchObject({ first_name: 'Ada', last_name: 'Lovelace', password_enabled: false })
  expect(user.email_addresses).toMatchObject([
    { email_address: 'ada@example.com', verification: { status: 'verified', strategy: `from_${strategy}` } },
  ])
  expect(user.external_accounts).toMatchObject([
    {
      object: 'external_account',
      provider: strategy,
      provider_user_id: 'ada',
      email_address: 'ada@example.com',
      email_address_verified: true,
      verification: { status: 'verified', strategy, error: null },
    },
  ])
  expect(user.email_addresses[0].linked_to).toEqual([{ type: strategy, id: user.external_accounts[0].id }])

  const second = await walk({ provider, browser: server.browser() }, 'sign_ins')
  expect(second.location).toBe(homePage)
  expect(second.client.sessions[0].user.id).toBe(user.id)
  expect(second.client.last_authentication_strategy).toBe(strategy)
})

test('whoever wants to sign in and has no account is signed up', async () => {
  const { provider, server } = await createOAuthWorld()
  const browser = server.browser()
  const { location, client } = await walk({ provider, browser }, 'sign_ins')
  expect(location).toBe(callbackPage)
  expect(client.sign_in).toMatchObject({
    status: 'needs_identifier',
    first_factor_verification: {
      status: 'transferable',
      strategy,
      error: { code: 'external_account_not_found' },
    },
  })
  const { body } = await browser.post('/v1/client/sign_ups', { transfer: true })
  expect(body.response.status).toBe('complete')
  expect(body.client.sessions[0].user.external_accounts[0].provider_user_id).toBe('ada')
  expect(body.client.sign_in).toBeNull()
})

test('whoever wants to sign up and has an account is signed in', async () => {
  const { provider, server } = await createOAuthWorld()
  const known = await walk({ provider, browser: server.browser() }, 'sign_ups')
  const browser = server.browser()
  const { location, client } = await walk({ provider, browser }, 'sign_ups')
  expect(location).toBe(callbackPage)
  expect(client.sign_up.verifications.external_account).toMatchObject({
    status: 'transferable',
    error: { code: 'external_account_exists' },
  })
  const { body } = await browser.post('/v1/client/sign_ins', { transfer: true })
  expect(body.response.status).toBe('complete')
  expect(body.client.sessions[0].user.id).toBe(known.client.sessions[0].user.id)
  const again = await browser.post('/v1/client/sign_ins', { transfer: true })
  expect(again.status).toBe(400)
})

test('what the provider does not tell is asked for afterwards', async () => {
  const { provider, server } = await createOAuthWorld({
    settings: { username: { enabled: true, required: true, usedForFirstFactor: true } },
  })
  provider.accounts.set('nameless', {})
  const browser = server.browser()
  const { path, location, client } = await walk({ provider, browser }, 'sign_ups', 'nameless')
  expect(location).toBe(callbackPage)
  expect(client.sign_up).toMatchObject({
    status: 'missing_requirements',
    missing_fields: ['email_address', 'username'],
    verifications: { external_account: { status: 'verified', strategy } },
  })
  await browser.patch(path, { email_address: 'new@example.com', username: 'nameless' })
  await browser.post(`${path}/prepare_verification`, { strategy: 'email_code' })
  const code = server.inbox.code('new@example.com')
  const { body } = await browser.post(`${path}/attempt_verification`, { strategy: 'email_code', code })
  expect(body.response).toMatchObject({ status: 'complete' })
  const { user } = body.client.sessions[0]
  expect(user.external_accounts[0].provider_user_id).toBe('nameless')
  expect(user.email_addresses[0]).toMatchObject({ linked_to: [], verification: { strategy: 'email_code' } })
})

test('an address that both sides have proved leads to the account that has it', async () => {
  const { provider, server } = await createOAuthWorld()
  const known = await signUp(server)
  const { location, client } = await walk({ provider, browser: server.browser() }, 'sign_ins')
  expect(location).toBe(homePage)
  const { user } = client.sessions[0]
  expect(user.id).toBe(known.userId)
  expect(user.external_accounts).toHaveLength(1)
  expect(user.password_enabled).toBe(true)
})

test('whoever has a second factor is asked for it', async () => {
  const { provider, server } = await createOAuthWorld({
    settings: { secondFactors: { authenticatorApp: true, phoneCode: false, backupCode: false } },
  })
  const known = await signUp(server)
  const { body: made } = await known.browser.post('/v1/me/totp')
  const code = await server.authenticator(made.response.secret)
  await known.browser.post('/v1/me/totp/attempt_verification', { code })
  server.clock.advance(60_000)
  const browser = server.browser()
  const { location, path, client } = await walk({ provider, browser }, 'sign_ins')
  expect(location).toBe(callbackPage)
  expect(client.sessions).toEqual([])
  expect(client.sign_in).toMatchObject({
    status: 'needs_second_factor',
    first_factor_verification: { status: 'verified', strategy },
    supported_second_factors: [{ strategy: 'totp' }],
  })
  const accounts = async () => (await known.browser.get('/v1/me')).body.response.external_accounts
  expect(await accounts()).toEqual([])
  const second = await browser.post(`${path}/attempt_second_factor`, {
    strategy: 'totp',
    code: await server.authenticator(made.response.secret),
  })
  expect(second.body.response.status).toBe('complete')
  expect(await accounts()).toMatchObject([{ provider: strategy, provider_user_id: 'ada' }])
})

test('whoever may not sign in may not with an account elsewhere', async () => {
  const { provider, server } = await createOAuthWorld()
  const known = await walk({ provider, browser: server.browser() }, 'sign_ups')
  const { id } = known.client.sessions[0].user
  await server.deps.db.updateTable('users').set({ banned: 1 }).where('id', '=', id).execute()
  const { location, client } = await walk({ provider, browser: server.browser() }, 'sign_ins')
  expect(location).toBe(callbackPage)
  expect(client.sessions).toEqual([])
  expect(verificationOf(client.sign_in)).toMatchObject({ status: 'failed', error: { code: 'user_banned' } })
})

test('a password is a way in beside the account elsewhere, and may go because of it', async () => {
  const { provider, server } = await createOAuthWorld({
    settings: { emailCodeSignIn: false, password: { enabled: true, required: false, minLength: 8 } },
  })
  const known = await signUp(server)
  const remove = () => known.browser.post('/v1/me/remove_password', { current_password: goodPassword })
  expect((await remove()).body.errors[0].code).toBe('identification_deletion_failed')
  await walk({ provider, browser: server.browser() }, 'sign_ins')
  expect((await remove()).status).toBe(200)
})

test('the environment names every provider, and none of its secrets', async () => {
  const { server } = await createOAuthWorld({
    settings: { oauth: { google: { clientId: 'public', clientSecret: 'keep this to yourself' } } },
  })
  const { body } = await server.browser().get('/v1/environment')
  expect(body.user_settings.social).toEqual({
    oauth_custom_acme: expect.objectContaining({ enabled: true, authenticatable: true, name: 'Acme ID' }),
    oauth_google: expect.objectContaining({ strategy: 'oauth_google', name: 'Google', logo_url: null }),
  })
  expect(JSON.stringify(body)).not.toMatch(/keep this|clientId|only the test provider/)
})
