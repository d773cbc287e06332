import { expect, test } from 'vitest'
import { attemptSignIn, beginSignIn, otherThan, prepareSignIn } from './support/attempts.ts'
import { backendOf } from './support/backend.ts'
import { faultOf } from './support/faults.ts'
import { goodPassword, type Person, signUp } from './support/people.ts'
import { passPassword, signIns, signUpWithApp, start } from './support/second-factors.ts'
import { createTestServer } from './support/test-server.ts'

const hour = 3_600_000
const wrong = 'not the password of anybody'

async function meet(settings: Parameters<typeof start>[0] = {}) {
  const server = await start(settings)
  const ada = await signUp(server)
  const signIn = (password: string) => server.browser().post(signIns, { identifier: ada.address, password })
  const backend = backendOf(server)
  const user = async () => (await backend.get(`/v1/users/${ada.userId}`)).body
  const guess = async (times: number) => {
    for (let time = 0; time < times; time++) await signIn(wrong)
  }
  return { server, ada, backend, user, signIn, guess }
}

/** Sets a new password with a code by mail, and says what the sign-in came to. */
async function reset(server: Awaited<ReturnType<typeof start>>, { address }: Person) {
  const browser = server.browser()
  const strategy = 'reset_password_email_code'
  const attempt = await beginSignIn(browser, address)
  await prepareSignIn(browser, attempt, strategy)
  await attemptSignIn(browser, attempt, server.inbox.code(address), strategy)
  const password = `${goodPassword} again`
  return browser.post(`${attempt.path}/reset_password`, { password })
}

test('S44: ten wrong passwords lock an account for an hour', async () => {
  const { server, user, signIn, guess } = await meet()
  await guess(9)
  expect(await user()).toMatchObject({ locked: false, verification_attempts_remaining: 1 })
  await guess(1)
  expect(await user()).toMatchObject({
    locked: true,
    lockout_expires_in_seconds: 3600,
    verification_attempts_remaining: 0,
  })
  const refused = await signIn(goodPassword)
  expect(faultOf(refused)).toBe('403 user_locked')
  expect(refused.headers.get('Retry-After')).toBe('3600')
  server.clock.advance(hour)
  expect((await signIn(goodPassword)).body.response.status).toBe('complete')
  expect((await user()).verification_attempts_remaining).toBe(10)
})

test('S44: the tenth try still counts when it is right, and the count begins anew', async () => {
  const { user, signIn, guess } = await meet()
  await guess(9)
  expect((await signIn(goodPassword)).body.response.status).toBe('complete')
  expect(await user()).toMatchObject({ locked: false, verification_attempts_remaining: 10 })
})

test('S44: passwords, codes, the app and backup codes count together, and the right password takes nothing back', async () => {
  const server = await start()
  const ada = await signUpWithApp(server)
  const browser = server.browser()
  const attempt = await beginSignIn(browser)
  await prepareSignIn(browser, attempt)
  for (let time = 0; time < 3; time++)
    await attemptSignIn(browser, attempt, otherThan(server.inbox.code(ada.address)))
  await server.browser().post(signIns, { identifier: ada.address, password: wrong })
  const { second } = await passPassword(server, ada)
  const code = otherThan(await server.authenticator(ada.secret))
  for (let time = 0; time < 3; time++) await second('totp', code)
  for (let time = 0; time < 2; time++) await second('backup_code', 'aaaaa-aaaaa')
  expect((await passPassword(server, ada)).attempt.status).toBe('needs_second_factor')
  expect(faultOf(await second('backup_code', 'aaaaa-aaaaa'))).toBe('422 form_code_incorrect code')
  const late = await second('totp', await server.authenticator(ada.secret))
  expect(faultOf(late)).toBe('403 user_locked')
})

test('S44: of 50 tries at once no more than ten are made, and the right one among them is of no use', async () => {
  const { server, user, signIn } = await meet()
  const made: string[] = []
  const { verify } = server.deps.passwordHasher
  server.deps.passwordHasher.verify = (digest, password) => {
    made.push(password)
    return verify(digest, password)
  }
  const answers = await Promise.all(Array.from({ length: 50 }, (_, index) => signIn(`${wrong} ${index}`)))
  expect(made.length).toBeLessThanOrEqual(10)
  expect(answers.filter((answer) => faultOf(answer).startsWith('403 user_locked')).length).toBeGreaterThan(39)
  expect(await user()).toMatchObject({ locked: true, verification_attempts_remaining: 0 })
})

test('S44: a backend that has passwords or codes checked, and a change of password, count too', async () => {
  const server = await start({ lockAfter: 5 })
  const backend = backendOf(server)
  const ada = await signUpWithApp(server)
  const path = `/v1/users/${ada.userId}`
  for (let time = 0; time < 2; time++) {
    await backend.post(`${path}/verify_password`, { password: wrong })
    await backend.post(`${path}/verify_totp`, { code: 'aaaaa-aaaaa' })
  }
  const change = { new_password: `${goodPassword} new`, current_password: wrong }
  expect(faultOf(await ada.browser.post('/v1/me/change_password', change))).toBe(
    '422 form_password_incorrect current_password',
  )
  expect((await backend.get(path)).body.locked).toBe(true)
  expect(faultOf(await backend.post(`${path}/verify_password`, { password: goodPassword }))).toBe(
    '403 user_locked',
  )
  expect((await ada.browser.get('/v1/me')).status).toBe(200)
})

test('S44: how many tries there are is a setting between 5 and 100', async () => {
  const { user, guess } = await meet({ lockAfter: 5 })
  await guess(5)
  expect((await user()).locked).toBe(true)
  await expect(createTestServer({ settings: { lockAfter: 4 } })).rejects.toThrow()
  await expect(createTestServer({ settings: { lockAfter: 101 } })).rejects.toThrow()
})

test('S45: who is locked out gets in by setting a new password', async () => {
  const { server, ada, user, guess } = await meet()
  await guess(10)
  const done = await reset(server, ada)
  expect(done.body.response.status).toBe('complete')
  expect(await user()).toMatchObject({ locked: false, verification_attempts_remaining: 10 })
})

test('S45: the way out of the lock still asks for the second factor', async () => {
  const server = await start()
  const ada = await signUpWithApp(server)
  const { second } = await passPassword(server, ada)
  for (let time = 0; time < 10; time++) await second('backup_code', 'aaaaa-aaaaa')
  expect((await reset(server, ada)).body.response.status).toBe('needs_second_factor')
})

test('S45: a lock that a backend set has no way out but the backend', async () => {
  const { server, ada, backend } = await meet()
  const path = `/v1/users/${ada.userId}`
  await backend.post(`${path}/lock`)
  const begun = await server.browser().post(signIns, { identifier: ada.address })
  expect(faultOf(begun)).toBe('403 user_locked')
  await backend.post(`${path}/unlock`)
  expect((await passPassword(server, ada)).attempt.status).toBe('complete')
})

test('a backend lets somebody in again who was locked out', async () => {
  const { ada, backend, user, signIn, guess } = await meet()
  await guess(10)
  await backend.post(`/v1/users/${ada.userId}/unlock`)
  expect(await user()).toMatchObject({ locked: false, verification_attempts_remaining: 10 })
  expect((await signIn(goodPassword)).body.response.status).toBe('complete')
})

test('S15: with protection, tries against a locked account and an unknown one are answered alike, and the right password is of no use', async () => {
  const { server, signIn, guess, ada } = await meet({ enumerationProtection: true })
  await guess(10)
  const nobody = await server
    .browser()
    .post(signIns, { identifier: 'nobody@example.com', password: goodPassword })
  const locked = await signIn(goodPassword)
  expect(faultOf(locked)).toBe('422 form_password_incorrect password')
  expect(faultOf(locked)).toBe(faultOf(nobody))
  expect((await reset(server, ada)).body.response.status).toBe('complete')
})

test('S65: a lock is in the audit log, once, with the one whose account it is', async () => {
  const { server, ada, guess } = await meet()
  await guess(12)
  const rows = await server.deps.db
    .selectFrom('audit_log')
    .selectAll()
    .where('event', '=', 'user_locked')
    .execute()
  expect(rows).toHaveLength(1)
  expect(rows[0]).toMatchObject({ user_id: ada.userId, result: 'ok' })
})

test('what is no guess is not counted: a code that was never sent, a password that nobody has', async () => {
  const { server, ada, user } = await meet()
  const browser = server.browser()
  const attempt = await beginSignIn(browser, ada.address)
  for (let time = 0; time < 12; time++) await attemptSignIn(browser, attempt, '123456')
  expect(await user()).toMatchObject({ locked: false, verification_attempts_remaining: 10 })
})
