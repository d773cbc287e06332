import { expect, test } from 'vitest'
import type { TestBrowser, TestServer } from '../src/testing/index.ts'
import { createLiarProvider } from './support/liar-provider.ts'
import {
  begin,
  callbackPage,
  comeBack,
  createOAuthWorld,
  createTestProvider,
  homePage,
  pages,
  strategy,
  verificationOf,
  walk,
} from './support/oauth.ts'
import { goodPassword, signUp } from './support/people.ts'
import { createTestServer } from './support/test-server.ts'

const isSignedIn = async (browser: TestBrowser) =>
  (await browser.get('/v1/client')).body.response.sessions.length > 0

test('S40: an address that the provider did not prove leads to nobody, and is not given away', async () => {
  const { provider, server } = await createOAuthWorld()
  await signUp(server)
  provider.accounts.set('eve', { email: 'ada@example.com', email_verified: false })
  const browser = server.browser()
  const { client } = await walk({ provider, browser }, 'sign_ins', 'eve')
  expect(client.sessions).toEqual([])
  expect(verificationOf(client.sign_in).error.code).toBe('external_account_not_found')
  const { body } = await browser.post('/v1/client/sign_ups', { transfer: true })
  expect(body.response).toMatchObject({
    status: 'missing_requirements',
    email_address: null,
    missing_fields: ['email_address'],
  })
})

test.each([false, undefined, 'yes', 1, null])(
  'S40: an address that is verified as much as %s has to be proved by a code',
  async (email_verified) => {
    const { provider, server } = await createOAuthWorld()
    provider.accounts.set('new', { email: 'new@example.com', email_verified })
    const { client } = await walk({ provider, browser: server.browser() }, 'sign_ups', 'new')
    expect(client.sign_up).toMatchObject({
      email_address: 'new@example.com',
      unverified_fields: ['email_address'],
      verifications: { email_address: { status: 'unverified', next_action: 'needs_prepare' } },
    })
  },
)

test('S40: an account whose address nobody has proved here is not entered by its owner elsewhere', async () => {
  const unverified = { enabled: true, required: true, usedForFirstFactor: true, verifyAtSignUp: false }
  const { provider, server } = await createOAuthWorld({ settings: { emailAddress: unverified } })
  const eve = server.browser()
  const planted = { email_address: 'ada@example.com', password: goodPassword }
  expect((await eve.post('/v1/client/sign_ups', planted)).body.response.status).toBe('complete')
  const { client } = await walk({ provider, browser: server.browser() }, 'sign_ins')
  expect(client.sessions).toEqual([])
  expect(verificationOf(client.sign_in).status).toBe('transferable')
})

test('S40: an address that looks like another one is another one', async () => {
  const { provider, server } = await createOAuthWorld()
  await signUp(server)
  for (const email of ['ada＠example.com', 'аda@example.com', 'ada@exаmple.com']) {
    provider.accounts.set('eve', { email, email_verified: true })
    const { client } = await walk({ provider, browser: server.browser() }, 'sign_ins', 'eve')
    expect(client.sessions, email).toEqual([])
  }
})

test('S43: who changes the address at the provider stays who they are', async () => {
  const { provider, server } = await createOAuthWorld()
  const first = await walk({ provider, browser: server.browser() }, 'sign_ups')
  await signUp(server, { email_address: 'grace@example.com' })
  provider.accounts.set('ada', { email: 'grace@example.com', email_verified: true })
  const second = await walk({ provider, browser: server.browser() }, 'sign_ins')
  expect(second.client.sessions[0].user.id).toBe(first.client.sessions[0].user.id)
})

test('S43: the same name at another provider is another account', async () => {
  const other = await createTestProvider({ accounts: { ada: {} } })
  const { provider, server } = await createOAuthWorld({ settings: { oauth: { other: other.settings } } })
  await walk({ provider, browser: server.browser() }, 'sign_ups')
  const browser = server.browser()
  const begun = await begin(browser, 'sign_ins', { strategy: 'oauth_custom_other' })
  await comeBack(browser, await other.visit(begun.url, 'ada'))
  expect(await isSignedIn(browser)).toBe(false)
})

test('S42: a way back counts in the browser that began, and in no other', async () => {
  const { provider, server } = await createOAuthWorld()
  const eve = server.browser()
  const begun = await begin(eve, 'sign_ups')
  const callback = await provider.visit(begun.url, 'ada')
  for (const victim of [
    server.browser(),
    (await signUp(server, { email_address: 'grace@example.com' })).browser,
  ]) {
    const back = await comeBack(victim, callback)
    expect(back.status).toBe(400)
    expect(back.text).toContain('<h1>This did not work</h1>')
    expect(back.location).toBeNull()
  }
  expect((await comeBack(eve, callback)).location).toBe(homePage)
})

test('S42: a way back counts once', async () => {
  const { provider, server } = await createOAuthWorld()
  const browser = server.browser()
  const begun = await begin(browser, 'sign_ins')
  const callback = await provider.visit(begun.url, 'ada')
  const answers = await Promise.all(Array.from({ length: 10 }, () => comeBack(browser, callback)))
  expect(answers.filter(({ status }) => status === 303)).toHaveLength(1)
})

test('S42: a way back counts for ten minutes', async () => {
  const { provider, server } = await createOAuthWorld()
  for (const [wait, status] of [
    [599_000, 303],
    [601_000, 400],
  ] as const) {
    const browser = server.browser()
    const begun = await begin(browser, 'sign_ins')
    const callback = await provider.visit(begun.url, 'ada')
    server.clock.advance(wait)
    expect((await comeBack(browser, callback)).status).toBe(status)
  }
})

test('S42: who came back is kept for ten minutes', async () => {
  const { provider, server } = await createOAuthWorld()
  const browser = server.browser()
  await walk({ provider, browser }, 'sign_ins')
  server.clock.advance(601_000)
  const { status, body } = await browser.post('/v1/client/sign_ups', { transfer: true })
  expect(status).toBe(422)
  expect(body.errors[0].meta.param_name).toBe('transfer')
})

test('S42: every way has a state of its own, a challenge by SHA-256 and a nonce', async () => {
  const { server } = await createOAuthWorld()
  const urls = [await begin(server.browser(), 'sign_ins'), await begin(server.browser(), 'sign_ins')].map(
    ({ url }) => new URL(url).searchParams,
  )
  for (const name of ['state', 'nonce', 'code_challenge'])
    expect(new Set(urls.map((query) => query.get(name))).size, name).toBe(2)
  for (const query of urls) {
    expect(query.get('state')).toMatch(/^\w{43}$/)
    expect(query.get('nonce')).toMatch(/^\w{43}$/)
    expect(query.get('code_challenge_method')).toBe('S256')
    expect(query.get('redirect_uri')).toBe('http://localhost:4000/v1/oauth_callback')
  }
})

test('S42: a code that came by the way of one provider goes to no other', async () => {
  const [honest, evil] = [await createLiarProvider(), await createLiarProvider()]
  const server = await createTestServer({
    settings: { oauth: { honest: honest.settings, evil: evil.settings } },
  })
  const browser = server.browser()
  const begun = await begin(browser, 'sign_ins', { strategy: 'oauth_custom_evil' })
  await comeBack(browser, honest.back(begun.url))
  expect(evil.asked.filter(({ path }) => path === '/token')).toEqual([])
  expect(honest.asked.filter(({ path }) => path === '/token')).toEqual([])
  expect(verificationOf((await browser.get(begun.path)).body.response).error.code).toBe(
    'oauth_token_exchange_error',
  )
})

test('S51: whoever planted the cookie of a browser holds a dead one once somebody comes back in it', async () => {
  const { provider, server } = await createOAuthWorld()
  const victim = server.browser()
  await victim.post('/v1/client')
  const planted = victim.jar.get('__client') ?? ''
  await walk({ provider, browser: victim }, 'sign_ups')
  const eve = server.browser()
  eve.jar.set('__client', planted, { maxAge: 1, httpOnly: true })
  expect(await isSignedIn(victim)).toBe(true)
  expect(await isSignedIn(eve)).toBe(false)
})

test.each([
  'https://evil.example/',
  '//evil.example/',
  '/\\evil.example',
  'javascript:alert(1)',
  'http://localhost:5173@evil.example/',
])('S29: nobody is sent on to %s', async (url) => {
  const { server } = await createOAuthWorld()
  for (const name of ['redirect_url', 'action_complete_redirect_url']) {
    const { answer } = await begin(server.browser(), 'sign_ins', { [name]: url })
    expect(answer.status).toBe(422)
    expect(answer.body.errors[0].meta.param_name).toBe(name)
  }
  const popup = await server.browser().fetch(`/v1/popup_callback?return_url=${encodeURIComponent(url)}`)
  expect(popup.status).toBe(422)
})

test('a path stands for one of the page that asks', async () => {
  const { provider, server } = await createOAuthWorld()
  const browser = server.browser()
  const begun = await begin(browser, 'sign_ups', { action_complete_redirect_url: '/done' })
  const { location } = await comeBack(browser, await provider.visit(begun.url, 'ada'))
  expect(location).toBe('http://localhost:5173/done')
})

test('an answer that a provider posts comes back as a GET, with nothing but what is needed', async () => {
  const { provider, server } = await createOAuthWorld()
  const browser = server.browser()
  const begun = await begin(browser, 'sign_ups')
  const parameters = new URL(await provider.visit(begun.url, 'ada')).searchParams
  const posted = new URLSearchParams([...parameters, ['other', 'x']])
  const answer = await server.fetch(
    new Request('http://localhost:4000/v1/oauth_callback', {
      method: 'POST',
      body: posted,
      headers: { origin: 'https://appleid.apple.com' },
    }),
  )
  expect(answer.status).toBe(303)
  const location = answer.headers.get('location') ?? ''
  expect(location).toMatch(/^\/v1\/oauth_callback\?code=/)
  expect(location).not.toContain('other')
  expect((await comeBack(browser, `http://localhost:4000${location}`)).location).toBe(homePage)
})

test('a browser that is signed in is not signed in once more', async () => {
  const { provider, server } = await createOAuthWorld()
  const known = await walk({ provider, browser: server.browser() }, 'sign_ups')
  const browser = server.browser()
  const begun = await begin(browser, 'sign_ins')
  const callback = await provider.visit(begun.url, 'ada')
  const grace = await signUp(server, { email_address: 'grace@example.com' }, browser)
  const back = await comeBack(browser, callback)
  expect(back.location).toBe(callbackPage)
  const { body } = await browser.get('/v1/client')
  expect(body.response.sessions.map(({ user }: { user: { id: string } }) => user.id)).toEqual([grace.userId])
  expect(known.client.sessions).toHaveLength(1)
})

test('S34: two at once with the account of one person make one account', async () => {
  const { provider, server } = await createOAuthWorld()
  const ways = await Promise.all(
    Array.from({ length: 5 }, async () => {
      const browser = server.browser()
      const { url } = await begin(browser, 'sign_ups')
      return { browser, callback: await provider.visit(url, 'ada') }
    }),
  )
  await Promise.all(ways.map(({ browser, callback }) => comeBack(browser, callback)))
  expect(await count(server, 'external_accounts')).toBe(1)
  expect(await count(server, 'users')).toBe(1)
})

async function count({ deps: { db } }: TestServer, table: 'users' | 'external_accounts') {
  return (await db.selectFrom(table).select('id').execute()).length
}

test('S24: nothing in the database leads back to an attempt or to what a provider gave', async () => {
  const { provider, server } = await createOAuthWorld()
  const begun = await begin(server.browser(), 'sign_ins')
  await walk({ provider, browser: server.browser() }, 'sign_ups')
  const { db } = server.deps
  const rows = [
    ...(await db.selectFrom('oauth_flows').selectAll().execute()),
    ...(await db.selectFrom('external_accounts').selectAll().execute()),
  ]
  const state = new URL(begun.url).searchParams.get('state') ?? ''
  expect(rows).toHaveLength(2)
  expect(JSON.stringify(rows)).not.toContain(state)
  expect(JSON.stringify(rows)).not.toMatch(/eyJhbGciOi|access_?token|refresh_?token/i)
})

test('S70: an account that is deleted leaves nothing of the one elsewhere', async () => {
  const { provider, server } = await createOAuthWorld({ settings: { deleteSelf: true } })
  const browser = server.browser()
  await walk({ provider, browser }, 'sign_ups')
  const page = { strategy, ...pages }
  expect((await browser.post('/v1/me/external_accounts', page)).status).toBe(200)
  expect((await browser.delete('/v1/me')).status).toBe(200)
  for (const table of ['external_accounts', 'oauth_flows'] as const)
    expect(await server.deps.db.selectFrom(table).selectAll().execute(), table).toEqual([])
  const again = await walk({ provider, browser: server.browser() }, 'sign_ups')
  expect(again.location).toBe(homePage)
})
