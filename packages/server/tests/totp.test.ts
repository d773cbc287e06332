import { expect, test } from 'vitest'
import { toBase32, totpAt } from '../src/tokens/totp.ts'
import { otherThan } from './support/attempts.ts'
import { backendOf } from './support/backend.ts'
import { faultOf } from './support/faults.ts'
import { confirm, signInByLink } from './support/links.ts'
import { goodPassword, signUp } from './support/people.ts'
import { me } from './support/phone-numbers.ts'
import { addApp, passPassword, signUpWithApp, start } from './support/second-factors.ts'
import { createTestServer } from './support/test-server.ts'

const totp = '/v1/me/totp'
const verify = `${totp}/attempt_verification`

test('S30: codes are those of RFC 6238 for SHA-1', async () => {
  const secret = toBase32(new TextEncoder().encode('12345678901234567890'))
  const seconds = { 59: '287082', 1111111109: '081804', 1234567890: '005924', 20000000000: '353130' }
  for (const [at, code] of Object.entries(seconds)) expect(await totpAt(secret, Number(at) * 1000)).toBe(code)
})

test('a person sets up an authenticator app and is asked for its code at the next sign-in', async () => {
  const server = await start()
  const ada = await signUp(server)
  expect(await me(ada.browser)).toMatchObject({ two_factor_enabled: false, totp_enabled: false })
  const { response } = (await ada.browser.post(totp)).body
  expect(response).toMatchObject({ object: 'totp', verified: false, backup_codes: null })
  expect(new URL(response.uri).searchParams.get('secret')).toBe(response.secret)
  expect(decodeURIComponent(new URL(response.uri).pathname)).toMatch(/Acme:ada@example\.com$/)
  const code = await server.authenticator(response.secret)
  expect(faultOf(await ada.browser.post(verify, { code: otherThan(code) }))).toBe(
    '422 form_code_incorrect code',
  )
  const verified = await ada.browser.post(verify, { code: `${code.slice(0, 3)} ${code.slice(3)}` })
  expect(verified.body.response).toMatchObject({ verified: true, secret: null, uri: null })
  expect(await me(ada.browser)).toMatchObject({
    two_factor_enabled: true,
    totp_enabled: true,
    mfa_enabled_at: server.clock.now(),
  })
  server.clock.advance(30_000)
  const { browser, attempt, second } = await passPassword(server, ada)
  expect(attempt).toMatchObject({
    status: 'needs_second_factor',
    created_session_id: null,
    supported_second_factors: [{ strategy: 'totp' }, { strategy: 'backup_code' }],
    second_factor_verification: null,
  })
  expect((await browser.get('/v1/client')).body.response.sessions).toEqual([])
  const done = await second('totp', await server.authenticator(response.secret))
  expect(done.body.response).toMatchObject({
    status: 'complete',
    second_factor_verification: { status: 'verified', strategy: 'totp' },
  })
  expect(done.body.client.sessions[0].factor_verification_age).toEqual([0, 0])
  expect(done.body.client.last_authentication_strategy).toBe('password')
})

test('a code by email is not enough for somebody who has an app', async () => {
  const server = await start()
  const ada = await signUpWithApp(server)
  const browser = server.browser()
  const { body } = await browser.post('/v1/client/sign_ins', {
    identifier: ada.address,
    strategy: 'email_code',
  })
  const path = `/v1/client/sign_ins/${body.response.id}`
  const code = server.inbox.code(ada.address)
  const first = await browser.post(`${path}/attempt_first_factor`, { strategy: 'email_code', code })
  expect(first.body.response.status).toBe('needs_second_factor')
  const again = await browser.post(`${path}/attempt_second_factor`, { strategy: 'email_code', code })
  expect(faultOf(again)).toBe('422 form_param_value_invalid strategy')
})

test('S34: an email link, opened here or elsewhere, is not enough for somebody who has an app', async () => {
  const server = await start({ emailLinkSignIn: true })
  const ada = await signUpWithApp(server)
  for (const isHere of [true, false]) {
    const browser = server.browser()
    const { path, link } = await signInByLink(server, browser, ada.address)
    const confirmed = await confirm(isHere ? browser : server.browser(), link)
    expect(confirmed).toMatchObject({ result: 'verified', sessionId: null })
    const waiting = (await browser.get(path)).body
    expect(waiting.response.status).toBe('needs_second_factor')
    expect(waiting.client.sessions).toEqual([])
    const code = await server.authenticator(ada.secret)
    const done = await browser.post(`${path}/attempt_second_factor`, { strategy: 'totp', code })
    expect(done.body.response.status).toBe('complete')
    server.clock.advance(30_000)
  }
})

test('a backend makes a session for its tests of somebody who has an app', async () => {
  const server = await start()
  const { userId } = await signUpWithApp(server)
  const { status, body } = await backendOf(server).post('/v1/sessions', { user_id: userId })
  expect([status, body.status]).toEqual([200, 'active'])
})

test('S30: a code counts one step before and after its own, and once', async () => {
  const server = await start()
  const ada = await signUpWithApp(server)
  const code = await server.authenticator(ada.secret)
  server.clock.advance(60_000)
  expect(faultOf(await (await passPassword(server, ada)).second('totp', code))).toBe(
    '422 form_code_incorrect code',
  )
  server.clock.advance(-30_000)
  expect((await (await passPassword(server, ada)).second('totp', code)).body.response.status).toBe('complete')
  const replayed = await (await passPassword(server, ada)).second('totp', code)
  expect(faultOf(replayed)).toBe('422 form_code_incorrect code')
})

test('S30: of 20 sign-ins with one code at once, one gets through', async () => {
  const server = await start({ lockAfter: 100 })
  const ada = await signUpWithApp(server)
  const waiting = await Promise.all(Array.from({ length: 20 }, () => passPassword(server, ada)))
  const code = await server.authenticator(ada.secret)
  const answers = await Promise.all(waiting.map(({ second }) => second('totp', code)))
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
})

test('S31: the secret has 160 bits, is shown once, and nowhere in the database', async () => {
  const server = await start()
  const ada = await signUpWithApp(server)
  expect(ada.secret).toMatch(/^[A-Z2-7]{32}$/)
  expect(JSON.stringify(await me(ada.browser))).not.toContain(ada.secret)
  const rows = await server.deps.db.selectFrom('users').selectAll().execute()
  expect(JSON.stringify(rows)).not.toContain(ada.secret)
  expect(await server.deps.vault.decrypt(rows[0]?.totp_sealed ?? '')).toBe(ada.secret)
})

test('until it is verified a secret asks for nothing and gives way to a new one', async () => {
  const server = await start()
  const ada = await signUp(server)
  const old = (await ada.browser.post(totp)).body.response.secret
  const next = (await ada.browser.post(totp)).body.response.secret
  const late = await ada.browser.post(verify, { code: await server.authenticator(old) })
  expect(faultOf(late)).toBe('422 form_code_incorrect code')
  expect((await passPassword(server, ada)).attempt.status).toBe('complete')
  const { body } = await ada.browser.post(verify, { code: await server.authenticator(next) })
  expect(body.response.verified).toBe(true)
  expect(faultOf(await ada.browser.post(totp))).toBe('400 totp_already_enabled')
})

test('a person removes the app, and the password is enough again', async () => {
  const server = await start()
  const ada = await signUpWithApp(server)
  const open = await passPassword(server, ada)
  const removed = await ada.browser.delete(totp)
  expect(removed.body.response).toMatchObject({ object: 'totp', deleted: true })
  expect(await me(ada.browser)).toMatchObject({
    two_factor_enabled: false,
    backup_code_enabled: false,
    backup_codes_left: 0,
    mfa_enabled_at: null,
    mfa_disabled_at: server.clock.now(),
  })
  const late = await open.second('totp', await server.authenticator(ada.secret))
  expect(faultOf(late)).toBe('400 verification_expired')
  expect((await passPassword(server, ada)).attempt.status).toBe('complete')
  expect(faultOf(await ada.browser.delete(totp))).toBe('404 resource_not_found')
})

test('S51: who turns an app on proves a second factor, and the secret of the browser changes', async () => {
  const server = await start()
  const ada = await signUp(server)
  const before = ada.browser.jar.get('__client')
  await addApp(server, ada.browser)
  const after = ada.browser.jar.get('__client')
  expect(after).not.toBe(before)
  const { sessions } = (await ada.browser.get('/v1/client')).body.response
  expect(sessions[0]).toMatchObject({ id: ada.sessionId, factor_verification_age: [0, 0] })
  const thief = server.browser()
  thief.jar.set('__client', before ?? '', { maxAge: 1, httpOnly: true })
  expect((await thief.get('/v1/me')).status).toBe(401)
})

test('a sign-in waits half an hour for its second step', async () => {
  const server = await start()
  const ada = await signUpWithApp(server)
  const { browser, second } = await passPassword(server, ada)
  server.clock.advance(1_800_000)
  expect(faultOf(await second('totp', await server.authenticator(ada.secret)))).toBe(
    '400 verification_expired',
  )
  expect((await browser.get('/v1/client')).body.response.sign_in.status).toBe('abandoned')
})

test('where the settings do not name it, nobody can set up an app, and those who have one are not asked', async () => {
  const server = await createTestServer()
  const { browser } = await signUp(server)
  expect(faultOf(await browser.post(totp))).toBe('403 feature_not_enabled')
  expect(faultOf(await browser.post(verify, { code: '123456' }))).toBe('403 feature_not_enabled')
  const { user_settings } = (await browser.get('/v1/environment')).body
  expect(user_settings.attributes.authenticator_app).toMatchObject({ enabled: false, second_factors: [] })
  expect(user_settings.sign_in.second_factor.enabled).toBe(false)
})

test('the environment names the second factors that are on', async () => {
  const { attributes } = (await (await start()).browser().get('/v1/environment')).body.user_settings
  expect(attributes.authenticator_app).toMatchObject({ enabled: true, second_factors: ['totp'] })
  expect(attributes.backup_code).toMatchObject({ enabled: true, second_factors: ['backup_code'] })
  expect(attributes.phone_number).toMatchObject({ second_factors: ['phone_code'] })
})

test('S35: a new password by mail does not skip the second step', async () => {
  const server = await start()
  const ada = await signUpWithApp(server)
  const browser = server.browser()
  const strategy = 'reset_password_email_code'
  const begun = await browser.post('/v1/client/sign_ins', { identifier: ada.address, strategy })
  const path = `/v1/client/sign_ins/${begun.body.response.id}`
  const proved = await browser.post(`${path}/attempt_first_factor`, {
    strategy,
    code: server.inbox.code(ada.address),
  })
  expect(proved.body.response.status).toBe('needs_new_password')
  const early = { strategy: 'totp', code: await server.authenticator(ada.secret) }
  expect(faultOf(await browser.post(`${path}/attempt_second_factor`, early))).toBe('400 verification_missing')
  const reset = await browser.post(`${path}/reset_password`, { password: `${goodPassword} new` })
  expect(reset.body.response).toMatchObject({ status: 'needs_second_factor', created_session_id: null })
  expect(reset.body.client.sessions).toEqual([])
  expect((await ada.browser.get('/v1/me')).status).toBe(401)
  const code = await server.authenticator(ada.secret)
  const done = await browser.post(`${path}/attempt_second_factor`, { strategy: 'totp', code })
  expect(done.body.response.status).toBe('complete')
})
