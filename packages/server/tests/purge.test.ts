import { expect, test } from 'vitest'
import { purge } from '../src/usecases/purge.ts'
import { beginSignIn, beginSignUp, prepareSignIn, prepareSignUp } from './support/attempts.ts'
import { signInElsewhere, signUp } from './support/people.ts'
import { createTestServer } from './support/test-server.ts'

const day = 86_400_000
const tables = [
  'sign_ups',
  'sign_ins',
  'verifications',
  'code_sends',
  'sessions',
  'clients',
  'users',
] as const

async function start() {
  const server = await createTestServer({ settings: { sessionLifetime: 30 * day } })
  const count = async () => {
    const counts: Record<string, number> = {}
    for (const table of tables) {
      const rows = await server.deps.db.selectFrom(table).select('id').execute()
      counts[table] = rows.length
    }
    return counts
  }
  return { server, count, purge: () => purge(server.deps) }
}

test('what is under way, and who is signed in, stays', async () => {
  const { server, count, purge } = await start()
  const ada = await signUp(server)
  const browser = server.browser()
  await prepareSignUp(browser, await beginSignUp(browser, { email_address: 'eve@example.com' }))
  const before = await count()
  expect(await purge()).toBe(0)
  server.clock.advance(6 * day)
  await purge()
  expect(await count()).toEqual({ ...before, code_sends: 0 })
  expect((await ada.browser.get('/v1/me')).status).toBe(200)
})

test('attempts that nobody ended go after a week, with their codes', async () => {
  const { server, count, purge } = await start()
  await signUp(server)
  const browser = server.browser()
  await prepareSignUp(browser, await beginSignUp(browser, { email_address: 'eve@example.com' }))
  await prepareSignIn(browser, await beginSignIn(browser))
  server.clock.advance(9 * day)
  expect(await purge()).toBeGreaterThan(0)
  expect(await count()).toMatchObject({ sign_ups: 0, sign_ins: 0, verifications: 0, users: 1, sessions: 1 })
  // The browser begins anew, as if nothing had been.
  expect((await browser.get('/v1/client')).body.response).toMatchObject({ sign_up: null, sign_in: null })
  await beginSignIn(browser)
})

test('ways to providers go after a week', async () => {
  const server = await createTestServer({ settings: { oauth: { google: { clientId: 'usher' } } } })
  const redirect_url = 'http://localhost:5173/'
  await server.browser().post('/v1/client/sign_ins', { strategy: 'oauth_google', redirect_url })
  const count = async () => (await server.deps.db.selectFrom('oauth_flows').select('id').execute()).length
  server.clock.advance(6 * day)
  await purge(server.deps)
  expect(await count()).toBe(1)
  server.clock.advance(2 * day)
  await purge(server.deps)
  expect(await count()).toBe(0)
})

test('sessions go ninety days after their end, and then the browsers that hold nothing', async () => {
  const { server, count, purge } = await start()
  const ada = await signUp(server)
  await signInElsewhere(server, ada)
  await server.browser().post('/v1/client/sign_ins', { identifier: ada.address })
  server.clock.advance(100 * day)
  await purge()
  expect(await count()).toMatchObject({ sessions: 2, clients: 2, users: 1 })
  server.clock.advance(21 * day)
  await purge()
  expect(await count()).toMatchObject({ sessions: 0, clients: 0, users: 1 })
  await signInElsewhere(server, ada)
})

test('more than one batch goes at once', async () => {
  const { server, purge } = await start()
  const { db } = server.deps
  const rows = Array.from({ length: 1100 }, (_, at) => ({
    id: `snd_${at}`,
    target_digest: 'x',
    purpose: 'sign_in',
    sent_at: 0,
  }))
  for (let at = 0; at < rows.length; at += 100)
    await db
      .insertInto('code_sends')
      .values(rows.slice(at, at + 100))
      .execute()
  expect(await purge()).toBe(1100)
})
