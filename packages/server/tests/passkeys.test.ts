import { expect, test } from 'vitest'
import { createTestAuthenticator } from '../src/testing/index.ts'
import { backendOf } from './support/backend.ts'
import { faultOf } from './support/faults.ts'
import {
  addPasskey,
  beginPasskey,
  beginSignIn,
  passkey,
  signIns,
  signInWithPasskey,
  start,
  strategy,
} from './support/passkeys.ts'
import { signUp } from './support/people.ts'

test('a person adds a passkey, signs in with it and nothing else, renames and removes it', async () => {
  const server = await start()
  const ada = await signUp(server)
  const authenticator = createTestAuthenticator()

  const { id, nonce, begun, verify } = await beginPasskey(ada.browser)
  expect(begun.body.response).toMatchObject({
    object: 'passkey',
    verification: { status: 'unverified', strategy },
  })
  expect(begun.body.client.sessions[0].user.passkeys).toEqual([])
  expect(JSON.parse(nonce)).toMatchObject({
    rp: { id: 'localhost', name: 'Acme' },
    user: { name: ada.address, displayName: ada.address },
    attestation: 'none',
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })
  const made = await verify(await authenticator.create(nonce))
  expect(made.body.response).toMatchObject({
    object: 'passkey',
    id,
    backed_up: false,
    last_used_at: null,
    verification: { status: 'verified', strategy, nonce: null },
  })
  expect(made.body.client.sessions[0].user.passkeys).toEqual([made.body.response])

  server.clock.advance(60_000)
  const browser = server.browser()
  const signIn = await beginSignIn(browser)
  expect(signIn.begun.body.response).toMatchObject({
    status: 'needs_identifier',
    identifier: null,
    first_factor_verification: { status: 'unverified', strategy, expire_at: server.clock.now() + 300_000 },
  })
  expect(JSON.parse(signIn.nonce)).toMatchObject({ rpId: 'localhost', allowCredentials: [] })
  const { body } = await signIn.attempt(await authenticator.get(signIn.nonce))
  expect(body.response).toMatchObject({ status: 'complete', identifier: ada.address })
  expect(body.client.last_authentication_strategy).toBe(strategy)
  const [session] = body.client.sessions
  expect(session).toMatchObject({ id: body.response.created_session_id, user: { id: ada.userId } })
  expect(session.user.passkeys[0].last_used_at).toBe(server.clock.now())

  const renamed = await browser.patch(`/v1/me/passkeys/${id}`, { name: ' Blue key ' })
  expect(renamed.body.response).toMatchObject({ id, name: 'Blue key' })
  expect((await browser.get(`/v1/me/passkeys/${id}`)).body.response).toEqual(renamed.body.response)
  const removed = await browser.delete(`/v1/me/passkeys/${id}`)
  expect(removed.body.response).toEqual({ object: 'passkey', id, deleted: true })
  expect(removed.body.client.sessions[0].user.passkeys).toEqual([])
  expect(faultOf(await signInWithPasskey(server.browser(), authenticator))).toBe('422 passkey_not_registered')
})

test('somebody who tells the address first is offered the passkey, and only there', async () => {
  const server = await start()
  const ada = await signUp(server)
  const authenticator = createTestAuthenticator()
  const factorsOf = async () => {
    const { body } = await server.browser().post(signIns, { identifier: ada.address })
    return body.response.supported_first_factors.map((factor: { strategy: string }) => factor.strategy)
  }
  expect(await factorsOf()).not.toContain(strategy)
  await addPasskey(ada.browser, authenticator)
  expect(await factorsOf()).toContain(strategy)

  const browser = server.browser()
  const { body } = await browser.post(signIns, { identifier: ada.address })
  const path = `${signIns}/${body.response.id}`
  await browser.post(`${path}/prepare_first_factor`, { strategy: 'email_code' })
  const prepared = await browser.post(`${path}/prepare_first_factor`, { strategy })
  const { nonce } = prepared.body.response.first_factor_verification
  // The credentials of an account are told to nobody.
  expect(JSON.parse(nonce).allowCredentials).toEqual([])
  const credential = await authenticator.get(nonce)
  const done = await browser.post(`${path}/attempt_first_factor`, {
    strategy,
    public_key_credential: credential,
  })
  expect(done.body.response.status).toBe('complete')
})

test('a browser that signs in by passkey is known by the name of its device', async () => {
  const server = await start()
  const userAgent =
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36'
  const ada = await signUp(server, {}, server.browser({ userAgent }))
  await addPasskey(ada.browser, createTestAuthenticator())
  const { body } = await ada.browser.get('/v1/me')
  expect(body.response.passkeys[0].name).toBe('Chrome on macOS')
})

test('where passkeys are off, nobody makes one or signs in with one', async () => {
  const server = await start({ passkey: { ...passkey, enabled: false } })
  const ada = await signUp(server)
  expect(faultOf(await ada.browser.post('/v1/me/passkeys'))).toBe('403 feature_not_enabled')
  const fields = { strategy, public_key_credential: '{}' }
  const answer = await ada.browser.post('/v1/me/passkeys/pk_x/attempt_verification', fields)
  expect(faultOf(answer)).toBe('403 feature_not_enabled')
  expect(faultOf(await server.browser().post(signIns, { strategy }))).toBe(
    '422 form_param_value_invalid strategy',
  )
  const { user_settings: settings } = (await ada.browser.get('/v1/environment')).body
  expect(settings.attributes.passkey).toMatchObject({ enabled: false, first_factors: [] })
  expect(settings.passkey_settings).toMatchObject({ allow_autofill: false, show_sign_in_button: false })
})

test('the environment says that passkeys are there, and how they are offered', async () => {
  const server = await start({ passkey: { ...passkey, showSignInButton: false } })
  const { user_settings: settings } = (await server.browser().get('/v1/environment')).body
  expect(settings.attributes.passkey).toMatchObject({
    enabled: true,
    used_for_first_factor: true,
    first_factors: ['passkey'],
    verifications: ['passkey'],
  })
  expect(settings.passkey_settings).toEqual({
    allow_autofill: true,
    show_sign_in_button: false,
    satisfies_second_factor: true,
  })
})

test('a passkey is made for the domain that the settings name', async () => {
  const server = await start({ passkey: { ...passkey, rpId: 'example.com' } })
  const ada = await signUp(server)
  const { nonce, verify } = await beginPasskey(ada.browser)
  expect(JSON.parse(nonce).rp.id).toBe('example.com')
  const authenticator = createTestAuthenticator()
  expect((await verify(await authenticator.create(nonce))).status).toBe(200)
  expect((await signInWithPasskey(server.browser(), authenticator)).body.response.status).toBe('complete')
})

test('a person with several passkeys is not asked to make one twice on the same device', async () => {
  const server = await start()
  const ada = await signUp(server)
  const authenticator = createTestAuthenticator()
  await addPasskey(ada.browser, authenticator)
  await addPasskey(ada.browser, authenticator)
  const { nonce } = await beginPasskey(ada.browser)
  const { excludeCredentials } = JSON.parse(nonce)
  expect(excludeCredentials).toHaveLength(2)
  expect(excludeCredentials[0]).toMatchObject({ type: 'public-key', transports: ['internal'] })
})

test('a name must be there and may have 64 characters', async () => {
  const server = await start()
  const ada = await signUp(server)
  const id = await addPasskey(ada.browser, createTestAuthenticator())
  const rename = async (name?: string) =>
    faultOf(await ada.browser.patch(`/v1/me/passkeys/${id}`, name === undefined ? {} : { name }))
  expect(await rename()).toBe('422 form_param_missing name')
  expect(await rename('  ')).toBe('422 form_param_nil name')
  expect(await rename('x'.repeat(65))).toBe('422 form_param_max_length_exceeded name')
  expect(await rename('x'.repeat(64))).toBe('200')
})

test('a backend sees the passkeys of a user and removes them', async () => {
  const server = await start()
  const ada = await signUp(server)
  const id = await addPasskey(ada.browser, createTestAuthenticator())
  const backend = backendOf(server)
  expect((await backend.get(`/v1/users/${ada.userId}`)).body.passkeys).toMatchObject([{ id }])
  expect(faultOf(await backend.delete(`/v1/users/user_other/passkeys/${id}`))).toBe('404 resource_not_found')
  const removed = await backend.delete(`/v1/users/${ada.userId}/passkeys/${id}`)
  expect(removed.body).toEqual({ object: 'passkey', id, deleted: true })
  expect((await backend.get(`/v1/users/${ada.userId}`)).body.passkeys).toEqual([])
})

test('S39: the last way to sign in stays, also when it is a passkey', async () => {
  const server = await start({ emailCodeSignIn: false })
  const ada = await signUp(server)
  const [first, second] = [
    await addPasskey(ada.browser, createTestAuthenticator()),
    await addPasskey(ada.browser, createTestAuthenticator()),
  ]
  await server.deps.db.updateTable('users').set({ password_digest: null }).execute()
  expect(faultOf(await ada.browser.delete(`/v1/me/passkeys/${first}`))).toBe('200')
  expect(faultOf(await ada.browser.delete(`/v1/me/passkeys/${second}`))).toBe(
    '400 identification_deletion_failed',
  )
})
