import { expect, test } from 'vitest'
import { attemptSignIn, beginSignIn, prepareSignIn } from './support/attempts.ts'
import { backendOf } from './support/backend.ts'
import { faultOf } from './support/faults.ts'
import { goodPassword, signUp } from './support/people.ts'
import { createTestServer } from './support/test-server.ts'

const hour = 3_600_000

async function start(settings = {}) {
  const server = await createTestServer({ settings })
  const ada = await signUp(server)
  const backend = backendOf(server)
  const signIn = () =>
    server.browser().post('/v1/client/sign_ins', { identifier: ada.address, password: goodPassword })
  return { server, ada, backend, signIn, path: `/v1/users/${ada.userId}` }
}

test('somebody who is locked cannot sign in until the hour is over, and stays signed in elsewhere', async () => {
  const { server, ada, backend, signIn, path } = await start()
  expect((await backend.post(`${path}/lock`)).body).toMatchObject({
    locked: true,
    lockout_expires_in_seconds: 3600,
  })
  server.clock.advance(hour - 1000)
  const refused = await signIn()
  expect(faultOf(refused)).toMatch(/^403 user_locked/)
  expect(refused.body.errors[0].meta).toEqual({ lockout_expires_in_seconds: 1 })
  expect(refused.headers.get('Retry-After')).toBe('1')
  expect((await ada.browser.get('/v1/me')).status).toBe(200)
  server.clock.advance(1000)
  expect((await signIn()).body.response.status).toBe('complete')
  expect((await backend.get(path)).body).toMatchObject({ locked: false, lockout_expires_in_seconds: null })
})

test('a backend lets somebody in again before the time, and the time is a setting', async () => {
  const { backend, signIn, path } = await start({ lockDuration: 24 * hour })
  expect((await backend.post(`${path}/lock`)).body.lockout_expires_in_seconds).toBe(86_400)
  expect((await backend.post(`${path}/unlock`)).body.locked).toBe(false)
  expect((await signIn()).body.response.status).toBe('complete')
  expect(faultOf(await backend.post('/v1/users/user_nobody/lock'))).toMatch(/^404 resource_not_found/)
})

test.each([true, false])(
  'S56: with protection against enumeration %s, a lock also stops a sign-in that was open before',
  async (enumerationProtection) => {
    const { server, ada, backend, path } = await start({ enumerationProtection })
    const browser = server.browser()
    const signIn = await beginSignIn(browser)
    await prepareSignIn(browser, signIn)
    await backend.post(`${path}/lock`)
    const answer = await attemptSignIn(browser, signIn, server.inbox.code(ada.address))
    expect(answer.status).toBeGreaterThanOrEqual(400)
    expect((await browser.get('/v1/client')).body.response.sessions).toEqual([])
  },
)

test('with protection against enumeration a lock shows only to who knows the password', async () => {
  const { server, ada, backend, signIn, path } = await start({ enumerationProtection: true })
  await backend.post(`${path}/lock`)
  const wrong = { identifier: ada.address, password: 'not the password at all' }
  expect(faultOf(await server.browser().post('/v1/client/sign_ins', wrong))).not.toMatch(/user_locked/)
  expect(faultOf(await signIn())).toMatch(/^403 user_locked/)
})

test('a user can be created locked', async () => {
  const { server, backend } = await start()
  const fields = { email_address: ['bob@example.com'], password: goodPassword, locked: true }
  expect((await backend.post('/v1/users', fields)).body.locked).toBe(true)
  const tried = { identifier: 'bob@example.com', password: goodPassword }
  expect(faultOf(await server.browser().post('/v1/client/sign_ins', tried))).toMatch(/^403 user_locked/)
})
