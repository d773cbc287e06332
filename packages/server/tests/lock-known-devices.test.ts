import { expect, test } from 'vitest'
import type { TestBrowser } from '../src/testing/index.ts'
import { attemptSignIn, beginSignIn, otherThan, prepareSignIn } from './support/attempts.ts'
import { backendOf } from './support/backend.ts'
import { faultOf } from './support/faults.ts'
import { goodPassword, signUp } from './support/people.ts'
import { growStale, verificationOf } from './support/reverification.ts'
import { passPassword, signIns, signUpWithApp, start } from './support/second-factors.ts'

const hour = 3_600_000
const lockAfter = 5
const wrong = 'not the password of anybody'
const signOut = (browser: TestBrowser) => browser.delete('/v1/client/sessions')

async function meet(settings: Parameters<typeof start>[0] = {}) {
  const server = await start({ lockAfter, ...settings })
  const ada = await signUp(server)
  const backend = backendOf(server)
  const user = async () => (await backend.get(`/v1/users/${ada.userId}`)).body
  const signIn = (browser: TestBrowser, password = goodPassword) =>
    browser.post(signIns, { identifier: ada.address, password })
  /** Wrong passwords, each from a browser and an address that nobody knows. */
  const attack = async (times = lockAfter) => {
    for (let time = 0; time < times; time++)
      await signIn(server.browser({ ipAddress: `198.51.100.${time + 1}` }), wrong)
  }
  await signOut(ada.browser)
  return { server, ada, backend, user, signIn, attack }
}

test('S45: strangers who fail on purpose lock out strangers, but not the owner on a browser of their own', async () => {
  const { server, ada, user, signIn, attack } = await meet()
  await attack()
  expect(await user()).toMatchObject({ locked: true, verification_attempts_remaining: 0 })
  expect(faultOf(await signIn(server.browser()))).toBe('403 user_locked')
  expect((await signIn(ada.browser)).body.response.status).toBe('complete')
  expect((await user()).locked).toBe(true)
  expect(faultOf(await signIn(server.browser()))).toBe('403 user_locked')
})

test('S45: an attack that goes on for days never keeps the owner out of a browser of their own', async () => {
  const { server, ada, signIn, attack } = await meet()
  for (let round = 0; round < 3; round++) {
    await attack(lockAfter + 2)
    expect((await signIn(ada.browser)).body.response.status).toBe('complete')
    await signOut(ada.browser)
    server.clock.advance(hour)
  }
})

test('S45: guesses from many addresses count together, whatever the owner does meanwhile', async () => {
  const { server, ada, user, signIn, attack } = await meet()
  await attack(lockAfter - 1)
  expect((await user()).locked).toBe(false)
  await signIn(server.browser({ ipAddress: '2001:db8::1' }), wrong)
  expect((await user()).locked).toBe(true)
  expect((await signIn(ada.browser)).body.response.status).toBe('complete')
  const answers = await Promise.all(Array.from({ length: 20 }, () => signIn(server.browser())))
  expect(answers.map(faultOf)).toEqual(Array(20).fill('403 user_locked'))
  server.clock.advance(hour)
  expect((await signIn(server.browser())).body.response.status).toBe('complete')
})

test('S45: a browser of the owner has as many tries as everybody else together, and its own lock', async () => {
  const { server, ada, user, signIn, attack } = await meet()
  await attack()
  for (let time = 0; time < lockAfter; time++)
    expect(faultOf(await signIn(ada.browser, wrong))).toBe('422 form_password_incorrect password')
  const refused = await signIn(ada.browser)
  expect(faultOf(refused)).toBe('403 user_locked')
  expect(refused.headers.get('Retry-After')).toBe('3600')
  server.clock.advance(hour)
  expect((await signIn(ada.browser)).body.response.status).toBe('complete')
  expect((await user()).verification_attempts_remaining).toBe(lockAfter)
})

test('S44: of 50 tries at once on a browser of the owner no more are made than lock an account', async () => {
  const { server, ada, signIn, attack } = await meet()
  await attack()
  let made = 0
  const { verify } = server.deps.passwordHasher
  server.deps.passwordHasher.verify = (digest, password) => {
    made++
    return verify(digest, password)
  }
  const answers = await Promise.all(
    Array.from({ length: 50 }, (_, index) => signIn(ada.browser, `${wrong} ${index}`)),
  )
  expect(made).toBeLessThanOrEqual(lockAfter)
  expect(answers.filter((answer) => faultOf(answer) === '403 user_locked').length).toBeGreaterThanOrEqual(45)
  expect(faultOf(await signIn(ada.browser))).toBe('403 user_locked')
})

test('S45: a code, the second step and a proof of a session go on there too', async () => {
  const server = await start({ lockAfter })
  const ada = await signUpWithApp(server)
  const lock = async () => {
    const { second } = await passPassword(server, ada, server.browser())
    for (let time = 0; time < lockAfter; time++) await second('backup_code', 'aaaaa-aaaaa')
  }
  await lock()
  growStale(server)
  const session = verificationOf(ada.browser, ada.sessionId)
  await session.start()
  const proved = await session.attempt('first', { strategy: 'password', password: ada.password })
  expect(proved.status).toBe(200)
  const code = await server.authenticator(ada.secret)
  expect((await session.attempt('second', { strategy: 'totp', code })).body.response.status).toBe('complete')
  await signOut(ada.browser)
  const attempt = await beginSignIn(ada.browser, ada.address)
  await prepareSignIn(ada.browser, attempt)
  const sent = server.inbox.code(ada.address)
  expect(faultOf(await attemptSignIn(ada.browser, attempt, otherThan(sent)))).toBe(
    '422 form_code_incorrect code',
  )
  const first = await attemptSignIn(ada.browser, attempt, sent)
  expect(first.body.response.status).toBe('needs_second_factor')
  server.clock.advance(30_000)
  const path = `${signIns}/${first.body.response.id}/attempt_second_factor`
  const totp = await server.authenticator(ada.secret)
  const done = await ada.browser.post(path, { strategy: 'totp', code: totp })
  expect(done.body.response.status).toBe('complete')
})

test('S45: a browser is known only to the account that was signed in on it, and by no more than a begun sign-in', async () => {
  const { server, signIn, attack } = await meet()
  const eve = await signUp(server, { email_address: 'eve@example.com' })
  await signOut(eve.browser)
  const stranger = server.browser()
  await stranger.post(signIns, { identifier: 'ada@example.com' })
  await attack()
  expect(faultOf(await signIn(eve.browser))).toBe('403 user_locked')
  expect(faultOf(await signIn(stranger))).toBe('403 user_locked')
})

test('S45: a browser on which somebody acted as the user is not one of the owner', async () => {
  const { server, ada, backend, signIn, attack } = await meet()
  const support = server.browser()
  const { body } = await backend.post('/v1/actor_tokens', { user_id: ada.userId, actor: { sub: 'support' } })
  await support.post(signIns, { strategy: 'ticket', ticket: body.token })
  await signOut(support)
  await attack()
  expect(faultOf(await signIn(support))).toBe('403 user_locked')
})

test('S45: what a backend locks is locked everywhere, and what it unlocks is open everywhere', async () => {
  const { ada, backend, signIn, attack } = await meet()
  const path = `/v1/users/${ada.userId}`
  await attack()
  for (let time = 0; time < lockAfter; time++) await signIn(ada.browser, wrong)
  await backend.post(`${path}/unlock`)
  expect((await signIn(ada.browser)).body.response.status).toBe('complete')
  await signOut(ada.browser)
  await backend.post(`${path}/lock`)
  expect(faultOf(await signIn(ada.browser))).toBe('403 user_locked')
  await backend.post(`${path}/unlock`)
  await backend.post(`${path}/ban`)
  expect(faultOf(await signIn(ada.browser))).toBe('403 user_banned')
})

test.each([true, false])(
  'S15: with protection against enumeration %s, the owner gets in on a browser of their own',
  async (enumerationProtection) => {
    const { server, ada, signIn, attack } = await meet({ enumerationProtection })
    await attack()
    expect((await signIn(server.browser())).status).toBeGreaterThanOrEqual(400)
    expect((await signIn(ada.browser)).body.response.status).toBe('complete')
  },
)

test('S70: the tries of a browser go with its user', async () => {
  const { server, ada, backend, signIn } = await meet()
  await signIn(ada.browser, wrong)
  const tries = () => server.deps.db.selectFrom('device_tries').selectAll().execute()
  expect(await tries()).toHaveLength(1)
  await backend.delete(`/v1/users/${ada.userId}`)
  expect(await tries()).toEqual([])
})
