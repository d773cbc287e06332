import { beforeAll, describe, expect, test } from 'vitest'
import type { TestServer } from '../src/testing/index.ts'
import { createLiarProvider, type LiarProvider, type Lie } from './support/liar-provider.ts'
import { begin, callbackPage, comeBack, homePage, verificationOf } from './support/oauth.ts'
import { goodPassword, signUp } from './support/people.ts'
import { createTestServer } from './support/test-server.ts'

let provider: LiarProvider
let server: TestServer
const warnings: Record<string, unknown>[] = []

beforeAll(async () => {
  provider = await createLiarProvider()
  server = await createTestServer({
    settings: { oauth: { acme: provider.settings } },
    log: {
      info: () => {},
      warn: (fields) => warnings.push(fields),
      error: (fields) => warnings.push(fields),
    },
  })
  await signUp(server)
})

const json = (body: unknown) => ({ status: 200, body: JSON.stringify(body) })

const lies: [string, Lie, string, Record<string, string>?][] = [
  [
    'S43: an ID token of another issuer',
    { claims: { iss: 'https://evil.example' } },
    'oauth_token_exchange_error',
  ],
  ['S43: an ID token for another application', { claims: { aud: 'another' } }, 'oauth_token_exchange_error'],
  ['S43: an ID token that has ended', { claims: { exp: 1_000_000_000 } }, 'oauth_token_exchange_error'],
  ['S43: an ID token with a forged signature', { isForged: true }, 'oauth_token_exchange_error'],
  ['S43: an ID token signed with a secret', { header: { alg: 'HS256' } }, 'oauth_token_exchange_error'],
  [
    'S43: an ID token of a key that nobody knows',
    { header: { alg: 'RS256', kid: 'two' } },
    'oauth_token_exchange_error',
  ],
  [
    'S42: an ID token with another nonce',
    { claims: { nonce: 'of another attempt' } },
    'oauth_token_exchange_error',
  ],
  [
    'S42: a way back that names another issuer',
    {},
    'oauth_token_exchange_error',
    { iss: 'https://evil.example' },
  ],
  ['an account without a name', { claims: { sub: '' } }, 'oauth_fetch_user_error'],
  ['an account with a name that is none', { claims: { sub: 'a\0b' } }, 'oauth_fetch_user_error'],
  [
    'a profile of another account',
    {
      claims: { email: undefined },
      userinfo: { sub: 'eve', email: 'ada@example.com', email_verified: true },
    },
    'oauth_fetch_user_error',
  ],
  [
    'no ID token',
    { token: json({ access_token: 'at', token_type: 'Bearer' }) },
    'oauth_token_exchange_error',
  ],
  [
    'an ID token that is none',
    { token: json({ access_token: 'at', token_type: 'Bearer', id_token: 'a.b.c' }) },
    'oauth_token_exchange_error',
  ],
  ['a list', { token: json([]) }, 'oauth_token_exchange_error'],
  ['null', { token: json(null) }, 'oauth_token_exchange_error'],
  ['half an answer', { token: { status: 200, body: '{"access_token":' } }, 'oauth_token_exchange_error'],
  [
    'a page',
    { token: { status: 200, body: '<h1>', headers: { 'content-type': 'text/html' } } },
    'oauth_token_exchange_error',
  ],
  ['an error', { token: { status: 400, body: '{"error":"invalid_grant"}' } }, 'oauth_token_exchange_error'],
  ['a fault', { token: { status: 500, body: 'down' } }, 'oauth_token_exchange_error'],
  [
    'a way to somewhere else',
    { token: { status: 302, body: '', headers: { location: 'http://127.0.0.1:1/' } } },
    'oauth_token_exchange_error',
  ],
  ['two megabytes', { token: json({ access_token: 'x'.repeat(2_000_000) }) }, 'oauth_provider_unavailable'],
  ['a refusal', {}, 'oauth_access_denied', { error: 'access_denied' }],
  ['a fault on the way back', {}, 'oauth_token_exchange_error', { error: 'server_error' }],
]

describe.each(lies)('%s', (_, lie, code, more) => {
  test.each(['sign_ins', 'sign_ups'] as const)('is told, and the attempt among %s can go on', async (at) => {
    const browser = server.browser()
    const begun = await begin(browser, at)
    provider.lie(lie)
    const back = await comeBack(browser, provider.back(begun.url, more))
    provider.lie({})
    expect(back.location).toBe(callbackPage)
    const { body } = await browser.get(begun.path)
    expect(verificationOf(body.response)).toMatchObject({
      status: 'failed',
      error: { code, long_message: expect.stringContaining(' ') },
      external_verification_redirect_url: null,
    })
    expect(body.client.sessions).toEqual([])
    const again = await begin(browser, at)
    expect(again.answer.status).toBe(200)
    const known = await comeBack(browser, provider.back(again.url))
    expect(known.location).toBe(at === 'sign_ins' ? homePage : callbackPage)
    await server.deps.db.deleteFrom('external_accounts').execute()
  })
})

test('an attempt that a provider has spoiled goes on with a password', async () => {
  const browser = server.browser()
  const begun = await begin(browser, 'sign_ins')
  provider.lie({ isForged: true })
  await comeBack(browser, provider.back(begun.url))
  provider.lie({})
  const fields = { identifier: 'ada@example.com', password: goodPassword }
  const { body } = await browser.post('/v1/client/sign_ins', fields)
  expect(body.response.status).toBe('complete')
})

test.each<[string, Lie]>([
  ['is down', { isSilentAt: '/.well-known/openid-configuration' }],
  ['describes another issuer', { discovery: { issuer: 'https://evil.example' } }],
  ['has no address for people', { discovery: { authorization_endpoint: undefined } }],
  ['sends people to a script', { discovery: { authorization_endpoint: 'javascript:alert(1)' } }],
  ['has its tokens fetched without TLS', { discovery: { token_endpoint: 'http://evil.example/token' } }],
])('a provider that %s is told before anybody goes there', async (_, lie) => {
  const bad = await createLiarProvider()
  bad.lie(lie)
  const own = await createTestServer({
    settings: { oauth: { acme: bad.settings } },
    providerFetch: (url, init) =>
      lie.isSilentAt ? Promise.reject(new Error('no answer')) : fetch(url, init),
  })
  const browser = own.browser()
  const { answer } = await begin(browser, 'sign_ins')
  expect(answer.status).toBe(503)
  expect(answer.body.errors).toMatchObject([{ code: 'oauth_provider_unavailable' }])
  bad.lie({})
  const better = await createTestServer({ settings: { oauth: { acme: bad.settings } } })
  expect((await begin(better.browser(), 'sign_ins')).answer.status).toBe(200)
})

test('a provider that answers too slowly is given up, and the attempt can go on', async () => {
  const slow = await createLiarProvider()
  const own = await createTestServer({
    settings: { oauth: { acme: slow.settings } },
    // Its ten seconds, made shorter.
    providerFetch: (url, { signal: _, ...init }) => fetch(url, { ...init, signal: AbortSignal.timeout(500) }),
  })
  const browser = own.browser()
  const begun = await begin(browser, 'sign_ins')
  slow.lie({ isSilentAt: '/token' })
  expect((await comeBack(browser, slow.back(begun.url))).location).toBe(callbackPage)
  const { body } = await browser.get(begun.path)
  expect(verificationOf(body.response).error.code).toBe('oauth_provider_unavailable')
})

test('S65: the log says which provider was not believed and why, and no code or token', () => {
  const told = warnings.filter(({ event }) => event === 'provider_refused')
  expect(told.length).toBeGreaterThan(20)
  for (const { strategy, reason } of told) {
    expect(strategy).toBe('oauth_custom_acme')
    expect(reason).toMatch(/^[A-Za-z_]+$/)
  }
  expect(JSON.stringify(warnings)).not.toMatch(/a code|example\.com|eyJ/)
  expect(warnings.filter(({ event }) => event === 'unexpected_error')).toEqual([])
})

test('nothing that a provider says of itself can be told from another one', async () => {
  const browser = server.browser()
  const begun = await begin(browser, 'sign_ups')
  provider.lie({
    claims: {
      sub: 'odd',
      email: 'ada＠example.com',
      given_name: 'x'.repeat(1000),
      family_name: ' Love\u0000lace ',
      picture: 'javascript:alert(1)',
      preferred_username: 7 as unknown as string,
    },
  })
  await comeBack(browser, provider.back(begun.url))
  provider.lie({})
  const { body } = await browser.get(begun.path)
  expect(body.response).toMatchObject({
    email_address: null,
    first_name: null,
    last_name: 'Lovelace',
    missing_fields: ['email_address'],
  })
})
