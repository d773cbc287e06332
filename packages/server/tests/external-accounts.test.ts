import { expect, test } from 'vitest'
import type { TestBrowser, TestProvider } from '../src/testing/index.ts'
import { backendOf } from './support/backend.ts'
import { faultOf } from './support/faults.ts'
import { callbackPage, comeBack, createOAuthWorld, strategy, walk } from './support/oauth.ts'
import { goodPassword, signInElsewhere, signUp } from './support/people.ts'

const path = '/v1/me/external_accounts'
const page = { redirect_url: callbackPage }

const userOf = async (browser: TestBrowser) => (await browser.get('/v1/me')).body.response

async function connect(
  browser: TestBrowser,
  provider: TestProvider,
  account: string | null = 'ada',
  fields = {},
) {
  const { body } = await browser.post(path, { strategy, ...page, ...fields })
  const { id, verification } = body.response
  const url = verification.external_verification_redirect_url
  const back = await comeBack(browser, await provider.visit(url, account))
  return { id, url, begun: body.response, ...back }
}

test('a person connects an account elsewhere and signs in with it', async () => {
  const { provider, server } = await createOAuthWorld()
  const person = await signUp(server, { email_address: 'grace@example.com' })
  server.clock.advance(1000)
  const { begun, location, id } = await connect(person.browser, provider)
  expect(begun).toMatchObject({
    object: 'external_account',
    provider: strategy,
    verification: { status: 'unverified', strategy, error: null },
  })
  expect(location).toBe(callbackPage)
  const user = await userOf(person.browser)
  expect(user.external_accounts).toMatchObject([
    { id, provider_user_id: 'ada', first_name: 'Ada', verification: { status: 'verified', error: null } },
  ])
  expect(user.email_addresses).toMatchObject([
    { email_address: 'grace@example.com', linked_to: [] },
    { email_address: 'ada@example.com', verification: { status: 'verified' }, linked_to: [{ id }] },
  ])
  const elsewhere = await walk({ provider, browser: server.browser() }, 'sign_ins')
  expect(elsewhere.client.sessions[0].user.id).toBe(person.userId)
  const seen = await backendOf(server).get(`/v1/users/${person.userId}`)
  expect(seen.body.external_accounts).toMatchObject([{ id, provider: strategy }])
})

test('the account of somebody else is not connected', async () => {
  const { provider, server } = await createOAuthWorld()
  await walk({ provider, browser: server.browser() }, 'sign_ups')
  const eve = await signUp(server, { email_address: 'eve@example.com' })
  await connect(eve.browser, provider)
  const user = await userOf(eve.browser)
  expect(user.external_accounts).toMatchObject([
    { provider_user_id: '', verification: { status: 'failed', error: { code: 'identification_claimed' } } },
  ])
  expect(user.email_addresses).toHaveLength(1)
})

test('S40: the address of somebody else does not come along', async () => {
  const { provider, server } = await createOAuthWorld()
  await signUp(server)
  const eve = await signUp(server, { email_address: 'eve@example.com' })
  provider.accounts.set('eve', { email: 'ada@example.com', email_verified: true })
  await connect(eve.browser, provider, 'eve')
  const user = await userOf(eve.browser)
  expect(user.external_accounts[0].verification.status).toBe('verified')
  expect(user.email_addresses.map((row: { email_address: string }) => row.email_address)).toEqual([
    'eve@example.com',
  ])
})

test('S40: an address that the provider did not prove does not come along, and an own one is not verified by it', async () => {
  const { provider, server } = await createOAuthWorld()
  const person = await signUp(server)
  await person.browser.post('/v1/me/email_addresses', { email_address: 'new@example.com' })
  provider.accounts.set('new', { email: 'new@example.com', email_verified: false })
  await connect(person.browser, provider, 'new')
  const { email_addresses } = await userOf(person.browser)
  expect(email_addresses[1]).toMatchObject({
    email_address: 'new@example.com',
    verification: { status: 'unverified' },
  })

  provider.accounts.set('new', { email: 'new@example.com', email_verified: true })
  await connect(person.browser, provider, 'new')
  expect((await userOf(person.browser)).email_addresses[1].verification).toMatchObject({
    status: 'verified',
    strategy: `from_${strategy}`,
  })
})

test('who cancels at the provider is told, and may try again', async () => {
  const { provider, server } = await createOAuthWorld()
  const { browser } = await signUp(server, { email_address: 'grace@example.com' })
  await connect(browser, provider, null)
  const [failed] = (await userOf(browser)).external_accounts
  expect(failed.verification).toMatchObject({ status: 'failed', error: { code: 'oauth_access_denied' } })
  await connect(browser, provider)
  expect((await userOf(browser)).external_accounts).toMatchObject([{ verification: { status: 'verified' } }])
})

test('S42: an account is connected only for whoever is still signed in', async () => {
  const { provider, server } = await createOAuthWorld()
  const person = await signUp(server, { email_address: 'grace@example.com' })
  const { body } = await person.browser.post(path, { strategy, ...page })
  const url = body.response.verification.external_verification_redirect_url
  const callback = await provider.visit(url, 'ada')
  await person.browser.delete('/v1/client/sessions')
  await signUp(server, { email_address: 'eve@example.com' }, person.browser)
  await comeBack(person.browser, callback)
  expect((await userOf(person.browser)).external_accounts).toEqual([])
  const again = await signInElsewhere(server, { address: 'grace@example.com', password: goodPassword })
  expect((await userOf(again.browser)).external_accounts).toMatchObject([
    { verification: { status: 'failed' } },
  ])
})

test('a connected account is allowed more, under the same name only', async () => {
  const { provider, server } = await createOAuthWorld()
  const { browser } = await signUp(server, { email_address: 'grace@example.com' })
  const { id } = await connect(browser, provider)
  const reauthorize = async (account: string) => {
    const fields = { ...page, additional_scope: 'calendar' }
    const { body } = await browser.patch(`${path}/${id}/reauthorize`, fields)
    const url = body.response.verification.external_verification_redirect_url
    expect(new URL(url).searchParams.get('scope')).toBe('openid email profile calendar')
    await comeBack(browser, await provider.visit(url, account))
    return (await userOf(browser)).external_accounts
  }
  expect(await reauthorize('another')).toMatchObject([
    {
      id,
      provider_user_id: 'ada',
      verification: { status: 'verified', error: { code: 'external_account_mismatch' } },
    },
  ])
  expect(await reauthorize('ada')).toMatchObject([
    {
      id,
      approved_scopes: 'openid email profile calendar',
      verification: { status: 'verified', error: null },
    },
  ])
})

test('a person disconnects an account, after which it leads nowhere', async () => {
  const { provider, server } = await createOAuthWorld()
  const { browser } = await signUp(server, { email_address: 'grace@example.com' })
  provider.accounts.set('plain', {})
  const { id } = await connect(browser, provider, 'plain')
  const { body } = await browser.delete(`${path}/${id}`)
  expect(body.response).toEqual({ object: 'external_account', id, deleted: true })
  expect(body.client.sessions[0].user.external_accounts).toEqual([])
  const { client } = await walk({ provider, browser: server.browser() }, 'sign_ins', 'plain')
  expect(client.sessions).toEqual([])
})

test('a backend disconnects an account of a user, and none of somebody else', async () => {
  const { provider, server } = await createOAuthWorld()
  const grace = await signUp(server, { email_address: 'grace@example.com' })
  const eve = await signUp(server, { email_address: 'eve@example.com' })
  const { id } = await connect(grace.browser, provider)
  const remove = (userId: string) => backendOf(server).delete(`/v1/users/${userId}/external_accounts/${id}`)
  expect(faultOf(await remove(eve.userId))).toBe('404 resource_not_found')
  expect((await remove(grace.userId)).body).toEqual({ object: 'external_account', id, deleted: true })
  expect(faultOf(await remove(grace.userId))).toBe('404 resource_not_found')
  expect((await userOf(grace.browser)).external_accounts).toEqual([])
})

test('S39: the last way in is not disconnected', async () => {
  const { provider, server } = await createOAuthWorld({
    settings: {
      emailAddress: { enabled: true, required: false, usedForFirstFactor: true, verifyAtSignUp: true },
    },
  })
  provider.accounts.set('plain', {})
  const browser = server.browser()
  const { client } = await walk({ provider, browser }, 'sign_ups', 'plain')
  const { id } = client.sessions[0].user.external_accounts[0]
  const { status, body } = await browser.delete(`${path}/${id}`)
  expect(faultOf({ status, body })).toBe('400 identification_deletion_failed')
  await browser.post('/v1/me/change_password', { new_password: goodPassword })
  const added = await browser.post('/v1/me/email_addresses', { email_address: 'ada@example.com' })
  const at = `/v1/me/email_addresses/${added.body.response.id}`
  await browser.post(`${at}/prepare_verification`, { strategy: 'email_code' })
  await browser.post(`${at}/attempt_verification`, { code: server.inbox.code('ada@example.com') })
  expect((await browser.delete(`${path}/${id}`)).status).toBe(200)
})

test('bad input is told, and nothing of others is found', async () => {
  const { provider, server } = await createOAuthWorld()
  const stranger = server.browser()
  expect(faultOf(await stranger.post(path, { strategy, ...page }))).toBe('401 signed_out')
  const ada = await signUp(server)
  const eve = await signUp(server, { email_address: 'eve@example.com' })
  const { id } = await connect(ada.browser, provider)
  for (const [fields, fault] of [
    [{ ...page }, '422 form_param_missing strategy'],
    [{ strategy: 'oauth_google', ...page }, '422 form_param_value_invalid strategy'],
    [{ strategy: 'password', ...page }, '422 form_param_value_invalid strategy'],
    [{ strategy }, '422 form_param_missing redirect_url'],
    [{ strategy, redirect_url: 'https://evil.example/' }, '422 form_param_value_invalid redirect_url'],
  ] as const)
    expect(faultOf(await eve.browser.post(path, fields))).toBe(fault)
  expect(faultOf(await eve.browser.patch(`${path}/${id}/reauthorize`, page))).toBe('404 resource_not_found')
  expect(faultOf(await eve.browser.delete(`${path}/${id}`))).toBe('404 resource_not_found')
  expect((await userOf(ada.browser)).external_accounts).toHaveLength(1)
})

test('S38: the owner is told by mail when an account is connected and disconnected', async () => {
  const { provider, server } = await createOAuthWorld()
  const { browser } = await signUp(server, { email_address: 'grace@example.com' })
  const { id } = await connect(browser, provider)
  expect(server.inbox.latest('grace@example.com')?.subject).toMatch(/was connected to your Acme account/)
  expect(server.inbox.latest('ada@example.com')).toBeUndefined()
  await browser.delete(`${path}/${id}`)
  expect(server.inbox.latest('grace@example.com')?.subject).toMatch(/was disconnected from your Acme account/)
})

test('S38: the owner is told by mail when a proved address leads a new account to this one', async () => {
  const { provider, server } = await createOAuthWorld()
  await signUp(server)
  await walk({ provider, browser: server.browser() }, 'sign_ins')
  const mails = () => server.inbox.list().filter(({ subject }) => /was connected/.test(subject)).length
  expect(mails()).toBe(1)
  await walk({ provider, browser: server.browser() }, 'sign_ins')
  expect(mails()).toBe(1)
})

test('a backend finds somebody by what their provider calls them', async () => {
  const { provider, server } = await createOAuthWorld()
  const { browser, userId } = await signUp(server, { email_address: 'grace@example.com' })
  await connect(browser, provider)
  const backend = backendOf(server)
  const found = async (query: string) => {
    const { body } = await backend.get(`/v1/users?${query}`)
    const count = await backend.get(`/v1/users/count?${query}`)
    expect(count.body.total_count).toBe(body.length)
    return body.map((user: { id: string }) => user.id)
  }
  expect(await found(`provider=${strategy}&provider_user_id=ada`)).toEqual([userId])
  expect(await found('provider=custom_acme&provider_user_id=nobody&provider_user_id=ada')).toEqual([userId])
  expect(await found(`provider=${strategy}&provider_user_id=nobody`)).toEqual([])
  expect(await found('provider=oauth_google&provider_user_id=ada')).toEqual([])
  expect(faultOf(await backend.get('/v1/users?provider_user_id=ada'))).toBe(
    '422 form_conditional_param_missing provider',
  )
  expect(faultOf(await backend.get(`/v1/users/count?provider=${strategy}`))).toBe(
    '422 form_conditional_param_missing provider_user_id',
  )
})
