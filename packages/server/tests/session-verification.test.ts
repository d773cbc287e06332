import { sessionVerification } from '@usher/protocol'
import { expect, test } from 'vitest'
import { otherThan } from './support/attempts.ts'
import { backendOf } from './support/backend.ts'
import { add } from './support/email-addresses.ts'
import { faultOf } from './support/faults.ts'
import { goodPassword, signInElsewhere, signUp } from './support/people.ts'
import { growStale, proveAgain, verificationOf } from './support/reverification.ts'
import { addReserved, signUpWithApp, start } from './support/second-factors.ts'
import { createTestServer } from './support/test-server.ts'

const byEmail = { strategy: 'email_code' }
const byPassword = { strategy: 'password', password: goodPassword }
const wrong = { strategy: 'password', password: 'not the one' }

test('a person proves with the password who they are, and the session goes on with a new age', async () => {
  const server = await start()
  const ada = await signUp(server)
  growStale(server)
  const { start: begin, attempt } = verificationOf(ada.browser, ada.sessionId)
  const begun = (await begin()).body.response
  expect(sessionVerification.parse(begun)).toMatchObject({
    object: 'session_verification',
    level: 'first_factor',
    status: 'needs_first_factor',
    session: { id: ada.sessionId, factor_verification_age: [10, -1] },
    supported_first_factors: [
      { strategy: 'password' },
      { strategy: 'email_code', email_address_id: ada.addressId, primary: true },
    ],
    supported_second_factors: null,
    first_factor_verification: null,
  })
  const { body } = await attempt('first', byPassword)
  expect(body.response).toMatchObject({
    status: 'complete',
    session: { id: ada.sessionId, factor_verification_age: [0, -1] },
  })
  const { jwt } = body.client.sessions[0].last_active_token
  expect(JSON.parse(atob(jwt.split('.')[1])).fva).toEqual([0, -1])
})

test('a person proves it with a code by email, whose mail says what it is for', async () => {
  const server = await start({ emailCodeSignIn: false })
  const ada = await signUp(server)
  growStale(server)
  const { start: begin, prepare, attempt } = verificationOf(ada.browser, ada.sessionId)
  await begin()
  const sent = await prepare('first', { ...byEmail, email_address_id: ada.addressId })
  expect(sent.body.response.first_factor_verification).toMatchObject({
    ...{ status: 'unverified', strategy: 'email_code', attempts: 0 },
    expire_at: server.clock.now() + 600_000,
  })
  expect(server.inbox.latest(ada.address)?.text).toContain('confirm that it is you')
  const code = server.inbox.code(ada.address)
  expect(faultOf(await attempt('first', { ...byEmail, code: otherThan(code) }))).toBe(
    '422 form_code_incorrect code',
  )
  expect((await attempt('first', { ...byEmail, code })).body.response.status).toBe('complete')
})

test('a second factor comes after the first: the app, a code by text message, or a backup code', async () => {
  const server = await start()
  const ada = await signUpWithApp(server)
  const numberId = await addReserved(server, ada.browser, '+306945550123')
  const { prepare, attempt } = verificationOf(ada.browser, ada.sessionId)
  const proofs = {
    totp: async () => server.authenticator(ada.secret),
    backup_code: async () => ada.backupCodes[0],
    phone_code: async () => {
      await prepare('second', { strategy: 'phone_code', phone_number_id: numberId })
      return server.inbox.code('+306945550123')
    },
  }
  for (const [strategy, proof] of Object.entries(proofs)) {
    growStale(server)
    const begun = (await proveAgain(ada)).body.response
    expect(begun).toMatchObject({ level: 'second_factor', status: 'needs_second_factor' })
    expect(begun.supported_second_factors.map((factor: { strategy: string }) => factor.strategy)).toEqual([
      'totp',
      'phone_code',
      'backup_code',
    ])
    const { body } = await attempt('second', { strategy, code: await proof() })
    expect(body.response).toMatchObject({ status: 'complete', session: { factor_verification_age: [0, 0] } })
  }
})

test('S34: the second factor alone is not enough, and cannot come first', async () => {
  const server = await start()
  const ada = await signUpWithApp(server)
  growStale(server)
  const { start: begin, attempt, prepare } = verificationOf(ada.browser, ada.sessionId)
  const code = await server.authenticator(ada.secret)
  expect(faultOf(await attempt('second', { strategy: 'totp', code }))).toBe('400 verification_missing')
  await begin()
  expect(faultOf(await attempt('second', { strategy: 'totp', code }))).toBe('400 verification_missing')
  expect(faultOf(await attempt('first', { strategy: 'totp', code }))).toBe(
    '422 form_param_value_invalid strategy',
  )
  await attempt('first', byPassword)
  expect(faultOf(await prepare('second', { strategy: 'totp' }))).toBe('422 form_param_value_invalid strategy')
  expect(faultOf(await add(ada.browser, 'new@example.com'))).toBe('403 session_reverification_required')
})

test('a first factor that waited too long for the second has to be proved again', async () => {
  const server = await start()
  const ada = await signUpWithApp(server)
  growStale(server)
  await proveAgain(ada)
  growStale(server)
  const code = await server.authenticator(ada.secret)
  const { attempt } = verificationOf(ada.browser, ada.sessionId)
  expect(faultOf(await attempt('second', { strategy: 'totp', code }))).toBe('400 verification_missing')
  expect((await attempt('first', byPassword)).body.response.status).toBe('needs_second_factor')
})

test('S51: the secret of the browser rotates with the proof, the old one is dead, and the session stays', async () => {
  const server = await start()
  const ada = await signUp(server)
  growStale(server)
  const before = ada.browser.jar.get('__client') ?? ''
  const { body } = await proveAgain(ada)
  expect(ada.browser.jar.get('__client')).not.toBe(before)
  expect(body.client.sessions.map(({ id }: { id: string }) => id)).toEqual([ada.sessionId])
  const thief = server.browser()
  thief.jar.set('__client', before, { maxAge: 60, httpOnly: true })
  expect((await thief.get('/v1/client')).body.response.sessions).toEqual([])
  expect((await ada.browser.get('/v1/me')).status).toBe(200)
})

test('S51: a wrong proof leaves the secret of the browser alone', async () => {
  const server = await start()
  const ada = await signUp(server)
  growStale(server)
  const before = ada.browser.jar.get('__client')
  expect(faultOf(await proveAgain({ ...ada, password: 'not the one' }))).toBe(
    '422 form_password_incorrect password',
  )
  expect(ada.browser.jar.get('__client')).toBe(before)
})

test('S23: nobody verifies the session of another person, or of another browser', async () => {
  const server = await start()
  const ada = await signUp(server)
  const eve = await signUp(server, { email_address: 'eve@example.com' })
  const elsewhere = await signInElsewhere(server, ada)
  for (const browser of [eve.browser, elsewhere.browser]) {
    const { start: begin, prepare, attempt } = verificationOf(browser, ada.sessionId)
    for (const asked of [begin(), prepare('first', byEmail), attempt('first', byPassword)])
      expect(faultOf(await asked)).toBe('401 authentication_invalid')
  }
  const { start: begin } = verificationOf(server.browser(), ada.sessionId)
  expect(faultOf(await begin())).toBe('401 signed_out')
  growStale(server)
  await proveAgain(ada)
  expect(faultOf(await add(elsewhere.browser, 'new@example.com'))).toBe('403 session_reverification_required')
})

test('S44: wrong proofs lock the account, and nothing goes on until the lock ends', async () => {
  const server = await start({ lockAfter: 5 })
  const ada = await signUp(server)
  growStale(server)
  const { start: begin, attempt } = verificationOf(ada.browser, ada.sessionId)
  await begin()
  for (let tries = 0; tries < 5; tries++) {
    expect(faultOf(await attempt('first', wrong))).toBe('422 form_password_incorrect password')
    server.clock.advance(5_000)
  }
  const locked = await attempt('first', byPassword)
  expect(faultOf(locked)).toBe('403 user_locked')
  expect(Number(locked.headers.get('retry-after'))).toBeGreaterThan(0)
})

test('S44: of many wrong proofs at once no more are tried than lock the account', async () => {
  const server = await start({ lockAfter: 5 })
  const ada = await signUp(server)
  growStale(server)
  const { start: begin, attempt } = verificationOf(ada.browser, ada.sessionId)
  await begin()
  const answers = await Promise.all(Array.from({ length: 8 }, () => attempt('first', wrong)))
  expect(answers.filter(({ status }) => status === 422).length).toBeLessThanOrEqual(5)
  expect(answers.every(({ status }) => [422, 403, 429].includes(status))).toBe(true)
})

test('S46: a stolen session cannot guess: after three tries it has to wait', async () => {
  const server = await createTestServer({ limits: true })
  const ada = await signUp(server)
  growStale(server)
  const { start: begin, attempt } = verificationOf(ada.browser, ada.sessionId)
  await begin()
  for (let tries = 0; tries < 3; tries++) await attempt('first', wrong)
  expect(faultOf(await attempt('first', byPassword))).toBe('429 too_many_requests')
})

test('S65: every proof is in the audit log, also a refused one', async () => {
  const server = await start()
  const ada = await signUp(server)
  growStale(server)
  await proveAgain({ ...ada, password: 'not the one' })
  server.clock.advance(1)
  await proveAgain(ada)
  const rows = await server.deps.db
    .selectFrom('audit_log')
    .selectAll()
    .where('event', '=', 'reverification')
    .orderBy('at')
    .execute()
  expect(rows.map(({ session_id, result }) => ({ session_id, result }))).toEqual([
    { session_id: ada.sessionId, result: 'refused' },
    { session_id: ada.sessionId, result: 'ok' },
  ])
})

test('a password that a backend called compromised proves nothing and is not offered; a code is', async () => {
  const server = await start()
  const ada = await signUp(server)
  await backendOf(server).post(`/v1/users/${ada.userId}/password/set_compromised`)
  growStale(server)
  const { body } = await verificationOf(ada.browser, ada.sessionId).start()
  const strategies = body.response.supported_first_factors.map(
    ({ strategy }: { strategy: string }) => strategy,
  )
  expect(strategies).toEqual(['email_code'])
  expect(faultOf(await proveAgain(ada))).toBe('422 form_password_compromised password')
})

test('a request that is no good is told why', async () => {
  const server = await start()
  const { browser, sessionId } = await signUp(server)
  const { start: begin, prepare, attempt } = verificationOf(browser, sessionId)
  expect(faultOf(await attempt('first', byPassword))).toBe('400 verification_missing')
  expect(faultOf(await begin('third_factor'))).toBe('422 form_param_value_invalid level')
  expect(faultOf(await begin(''))).toBe('422 form_param_value_invalid level')
  growStale(server)
  await begin()
  expect(faultOf(await attempt('first', {}))).toBe('422 form_param_missing strategy')
  expect(faultOf(await attempt('first', { strategy: 'password' }))).toBe('422 form_param_nil password')
  expect(faultOf(await attempt('first', { strategy: 'email_code' }))).toBe('422 form_param_nil code')
  for (const strategy of ['email_link', 'reset_password_email_code', '__proto__', 'toString', ''])
    expect(faultOf(await attempt('first', { strategy }))).toBe('422 form_param_value_invalid strategy')
  expect(faultOf(await prepare('first', { strategy: 'password' }))).toBe(
    '422 form_param_value_invalid strategy',
  )
  expect(faultOf(await attempt('first', byPassword))).toBe('200')
  expect(faultOf(await prepare('first', byEmail))).toBe('400 verification_already_verified')
})

test('who acts as somebody else cannot prove to be that person, and nothing is sent', async () => {
  const server = await start()
  const { userId } = await signUp(server)
  const fields = { user_id: userId, actor: { sub: 'user_support' } }
  const { token } = (await backendOf(server).post('/v1/actor_tokens', fields)).body
  const support = server.browser()
  const done = await support.post('/v1/client/sign_ins', { strategy: 'ticket', ticket: token })
  const sent = server.inbox.list().length
  const { start: begin, prepare, attempt } = verificationOf(support, done.body.response.created_session_id)
  expect(faultOf(await begin())).toBe('403 action_blocked')
  expect(faultOf(await prepare('first', byEmail))).toBe('400 verification_missing')
  expect(faultOf(await attempt('first', byPassword))).toBe('400 verification_missing')
  expect(server.inbox.list()).toHaveLength(sent)
})
