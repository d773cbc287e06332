import { expect, test } from 'vitest'
import type { TestBrowser, TestServer } from '../src/testing/index.ts'
import { attemptSignIn, beginSignIn, prepareSignIn } from './support/attempts.ts'
import { backendOf } from './support/backend.ts'
import { faultOf } from './support/faults.ts'
import { goodPassword, signUp } from './support/people.ts'
import { createTestServer } from './support/test-server.ts'

async function start() {
  const server = await createTestServer()
  const ada = await signUp(server)
  const backend = backendOf(server)
  const { id } = (await backend.get('/v1/users')).body[0]
  const signIn = () =>
    server.browser().post('/v1/client/sign_ins', { identifier: ada.address, password: goodPassword })
  return { server, backend, ada, id, signIn }
}

test('S56: a banned user is signed out everywhere at once and cannot sign in until the ban is lifted', async () => {
  const { backend, ada, id, signIn } = await start()
  expect((await ada.browser.get('/v1/me')).status).toBe(200)
  expect((await backend.post(`/v1/users/${id}/ban`)).body).toMatchObject({ id, banned: true })
  expect((await ada.browser.get('/v1/me')).status).toBe(401)
  expect(faultOf(await signIn())).toMatch(/^403 user_banned/)
  expect((await backend.get('/v1/users?banned=true')).body).toHaveLength(1)
  expect((await backend.post(`/v1/users/${id}/unban`)).body).toMatchObject({ id, banned: false })
  expect((await signIn()).body.response.status).toBe('complete')
})

test('several users are banned together, or none of them', async () => {
  const { server, backend, id } = await start()
  await signUp(server, { email_address: 'eve@example.com' })
  const ids = (await backend.get('/v1/users')).body.map((user: { id: string }) => user.id)
  const countBanned = async () => (await backend.get('/v1/users/count?banned=true')).body.total_count
  expect((await backend.post('/v1/users/ban', { user_ids: [...ids, 'user_nobody'] })).status).toBe(404)
  expect(await countBanned()).toBe(0)
  expect((await backend.post('/v1/users/ban', { user_ids: [...ids, id] })).body).toHaveLength(2)
  expect(await countBanned()).toBe(2)
  expect((await backend.post('/v1/users/unban', { user_ids: ids })).body).toHaveLength(2)
  expect(await countBanned()).toBe(0)
})

test('what is wrong in a call is named', async () => {
  const { backend } = await start()
  expect((await backend.post('/v1/users/user_nobody/ban')).status).toBe(404)
  for (const user_ids of [undefined, [], 'all', [7], Array.from({ length: 51 }, () => 'user_x')])
    expect(faultOf(await backend.post('/v1/users/ban', { user_ids }))).toMatch(/^422 \S+ user_ids/)
})

test('a user can be created banned', async () => {
  const { server, backend } = await start()
  const fields = { email_address: ['bob@example.com'], password: goodPassword, banned: true }
  expect((await backend.post('/v1/users', fields)).body.banned).toBe(true)
  const tried = { identifier: 'bob@example.com', password: goodPassword }
  expect(faultOf(await server.browser().post('/v1/client/sign_ins', tried))).toMatch(/^403 user_banned/)
})

test.each([true, false])(
  'S56: with protection against enumeration %s, a banned user gets in by no way that was open before',
  async (enumerationProtection) => {
    const server = await createTestServer({ settings: { enumerationProtection } })
    const { userId, address } = await signUp(server)
    const [byPassword, byCode, byReset] = [server.browser(), server.browser(), server.browser()]
    const password = await beginSignIn(byPassword)
    const code = await beginSignIn(byCode)
    await prepareSignIn(byCode, code)
    const mailed = server.inbox.code(address)
    server.clock.advance(60_000)
    const strategy = 'reset_password_email_code'
    const reset = await beginSignIn(byReset)
    await prepareSignIn(byReset, reset, strategy)
    await attemptSignIn(byReset, reset, server.inbox.code(address), strategy)
    await backendOf(server).post(`/v1/users/${userId}/ban`)
    const tries = [
      await byPassword.post(`${password.path}/attempt_first_factor`, {
        strategy: 'password',
        password: goodPassword,
      }),
      await attemptSignIn(byCode, code, mailed),
      await byReset.post(`${reset.path}/reset_password`, { password: 'a new and better password' }),
    ]
    for (const tried of tries) expect(tried.status).toBeGreaterThanOrEqual(400)
    for (const browser of [byPassword, byCode, byReset])
      expect((await browser.get('/v1/client')).body.response.sessions).toEqual([])
    const strict = server.browser()
    await prepareAndProve(server, strict, address)
    expect((await strict.get('/v1/client')).body.response.sessions).toEqual([])
  },
)

/** Tries the whole way through a forgotten password, begun after the ban. */
async function prepareAndProve(server: TestServer, browser: TestBrowser, address: string) {
  const strategy = 'reset_password_email_code'
  const begun = await browser.post('/v1/client/sign_ins', { identifier: address })
  if (begun.status !== 200) return
  const path = `/v1/client/sign_ins/${begun.body.response.id}`
  server.clock.advance(60_000)
  await browser.post(`${path}/prepare_first_factor`, { strategy })
  const code = server.inbox.code(address)
  await browser.post(`${path}/attempt_first_factor`, { strategy, code })
  const done = await browser.post(`${path}/reset_password`, { password: 'a new and better password' })
  expect(done.status).toBeGreaterThanOrEqual(400)
}
