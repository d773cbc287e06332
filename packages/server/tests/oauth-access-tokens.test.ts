import { expect, test } from 'vitest'
import { backendOf } from './support/backend.ts'
import { createOAuthWorld, strategy, walk } from './support/oauth.ts'
import { signUp } from './support/people.ts'

async function createWorld() {
  const { provider, server } = await createOAuthWorld({ provider: { tokenLifetime: 600 } })
  const browser = server.browser()
  const { client } = await walk({ provider, browser }, 'sign_ups')
  const { user } = client.sessions[0]
  const read = (name = strategy, query = '') =>
    backendOf(server).get(`/v1/users/${user.id}/oauth_access_tokens/${name}${query}`)
  return { provider, server, browser, user, read }
}

test('a backend reads the token of a person, with which the provider knows who that is', async () => {
  const { provider, server, user, read } = await createWorld()
  const { status, body } = await read()
  expect(status).toBe(200)
  expect(body).toEqual([
    {
      object: 'oauth_access_token',
      external_account_id: user.external_accounts[0].id,
      provider_user_id: 'ada',
      token: expect.any(String),
      expires_at: server.clock.now() + 600_000,
      provider: strategy,
      public_metadata: {},
      label: null,
      scopes: ['openid', 'email', 'profile'],
      id_token: expect.stringMatching(/^eyJ/),
    },
  ])
  const headers = { authorization: `Bearer ${body[0].token}` }
  const answer = await fetch(`${provider.issuer}/me`, { headers })
  expect(await answer.json()).toMatchObject({ sub: 'ada', email: 'ada@example.com' })
  expect((await read('custom_acme')).body).toEqual(body)
  expect((await read(strategy, '?paginated=true')).body).toEqual({ data: body, total_count: 1 })
})

test('a token that has ended is renewed, also for many at once', async () => {
  const { server, read } = await createWorld()
  const before = (await read()).body[0].token
  server.clock.advance(600_000)
  const answers = await Promise.all(Array.from({ length: 5 }, () => read()))
  expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThan(0)
  const after = (await read()).body[0]
  expect(after.token).not.toBe(before)
  expect(after.expires_at).toBe(server.clock.now() + 600_000)
})

test('a token that cannot be renewed has its owner connect the account again', async () => {
  const { provider, server, browser, read } = await createWorld()
  server.clock.advance(600_000)
  await server.deps.db
    .updateTable('external_accounts')
    .set({
      tokens_sealed: await server.deps.vault.encrypt(
        JSON.stringify({
          accessToken: 'a',
          refreshToken: 'not one',
          expiresAt: 1,
          idToken: null,
          scopes: [],
        }),
      ),
    })
    .execute()
  const { status, body } = await read()
  expect([status, body.errors[0].code]).toEqual([422, 'external_account_missing_refresh_token'])
  const account = async () => (await browser.get('/v1/me')).body.response.external_accounts[0]
  expect((await account()).verification).toMatchObject({
    status: 'verified',
    error: { code: 'external_account_missing_refresh_token' },
  })
  await walk({ provider, browser: server.browser() }, 'sign_ins')
  expect((await account()).verification.error).toBeNull()
  expect((await read()).status).toBe(200)
})

test('a provider that is down is told apart from one that refuses', async () => {
  const { provider, server, read } = await createWorld()
  server.clock.advance(600_000)
  await provider.close()
  const { status, body } = await read()
  expect([status, body.errors[0].code]).toEqual([503, 'oauth_provider_unavailable'])
})

test('who has connected nothing has no token, and what is not known is told', async () => {
  const { server, read } = await createWorld()
  const grace = await signUp(server, { email_address: 'grace@example.com' })
  const backend = backendOf(server)
  const none = await backend.get(`/v1/users/${grace.userId}/oauth_access_tokens/${strategy}`)
  expect(none.body).toEqual([])
  expect((await read('oauth_google')).status).toBe(404)
  expect((await backend.get(`/v1/users/user_unknown/oauth_access_tokens/${strategy}`)).status).toBe(404)
})
