import { decodeJwt } from 'jose'
import { beforeEach, describe, expect, test } from 'vitest'
import type { TestBrowser, TestServer } from '../src/testing/index.ts'
import { type Backend, backendOf } from './support/backend.ts'
import { faultOf } from './support/faults.ts'
import { goodPassword, type Person, signUp } from './support/people.ts'
import { addApp, signIns, start } from './support/second-factors.ts'

const day = 86_400_000
const actor = { sub: 'user_support' }

let server: TestServer
let ada: Person
let backend: Backend
beforeEach(async () => {
  server = await start({ signInUrl: 'http://localhost:5173/sign-in', deleteSelf: true })
  ada = await signUp(server)
  backend = backendOf(server)
})

const make = async (folder: string, fields = {}) =>
  (await backend.post(`/v1/${folder}`, { user_id: ada.userId, ...fields })).body
const redeem = (ticket: string, browser = server.browser()) =>
  browser.post(signIns, { strategy: 'ticket', ticket })

describe('a sign-in token', () => {
  test('signs a user in once', async () => {
    const made = await make('sign_in_tokens')
    expect(made).toMatchObject({ object: 'sign_in_token', status: 'pending', user_id: ada.userId })
    const browser = server.browser()
    const done = await redeem(made.token, browser)
    expect(done.body.response).toMatchObject({
      status: 'complete',
      first_factor_verification: { status: 'verified', strategy: 'ticket' },
    })
    expect((await browser.get('/v1/me')).body.response.id).toBe(ada.userId)
    expect(faultOf(await redeem(made.token))).toBe('400 sign_in_token_already_used_code ticket')
  })

  test('its address leads to the sign-in page, and following it uses nothing up', async () => {
    const { url, token } = await make('sign_in_tokens')
    for (let time = 0; time < 2; time++) {
      const { status, headers } = await server.browser().fetch(url, { redirect: 'manual' })
      expect(status).toBe(303)
      expect(headers.get('location')).toBe(
        `http://localhost:5173/sign-in?__clerk_status=sign_in&__clerk_ticket=${token}`,
      )
    }
    expect((await redeem(token)).body.response.status).toBe('complete')
  })

  test('S34: does not stand in for a second factor', async () => {
    const { secret } = await addApp(server, ada.browser)
    const { token } = await make('sign_in_tokens')
    const browser = server.browser()
    const { response } = (await redeem(token, browser)).body
    expect(response).toMatchObject({ status: 'needs_second_factor', created_session_id: null })
    const done = await browser.post(`${signIns}/${response.id}/attempt_second_factor`, {
      strategy: 'totp',
      code: await server.authenticator(secret),
    })
    expect(done.body.response.status).toBe('complete')
  })

  test('of many who use it at once one is signed in', async () => {
    const { token } = await make('sign_in_tokens')
    const answers = await Promise.all(Array.from({ length: 10 }, () => redeem(token)))
    expect(answers.filter(({ body }) => body.response?.status === 'complete')).toHaveLength(1)
    expect((await backend.get(`/v1/sessions?user_id=${ada.userId}`)).body).toHaveLength(2)
  })

  test('is refused when it is too old, called back or made up', async () => {
    const old = await make('sign_in_tokens', { expires_in_seconds: 60 })
    const called = await make('sign_in_tokens')
    expect((await backend.post(`/v1/sign_in_tokens/${called.id}/revoke`)).body).toMatchObject({
      id: called.id,
      status: 'revoked',
    })
    server.clock.advance(60_000)
    expect(faultOf(await redeem(old.token))).toBe('400 ticket_expired_code ticket')
    expect(faultOf(await redeem(called.token))).toBe('400 sign_in_token_revoked_code ticket')
    expect(faultOf(await redeem('made-up'))).toBe('400 ticket_invalid_code ticket')
    expect(faultOf(await server.browser().post(signIns, { strategy: 'ticket' }))).toBe(
      '422 form_param_missing ticket',
    )
    expect(faultOf(await backend.post(`/v1/sign_in_tokens/${called.id}/revoke`))).toBe(
      '400 sign_in_token_cannot_be_revoked_code',
    )
    expect(faultOf(await backend.post(`/v1/actor_tokens/${called.id}/revoke`))).toBe('404 resource_not_found')
  })

  test('goes with its user, and a banned user has no use for one', async () => {
    const { token } = await make('sign_in_tokens')
    await backend.post(`/v1/users/${ada.userId}/ban`)
    expect(faultOf(await redeem(token))).toBe('403 user_banned')
    await backend.delete(`/v1/users/${ada.userId}`)
    expect(faultOf(await redeem(token))).toBe('400 ticket_invalid_code ticket')
    expect(faultOf(await backend.post('/v1/sign_in_tokens', { user_id: ada.userId }))).toBe(
      '404 resource_not_found',
    )
  })

  test('is nowhere in the database', async () => {
    const { token } = await make('sign_in_tokens')
    const rows = await server.deps.db.selectFrom('tickets').selectAll().execute()
    expect(JSON.stringify(rows)).not.toContain(token)
  })
})

describe('an actor token', () => {
  let browser: TestBrowser
  const impersonate = async (fields = {}) => {
    const { token } = await make('actor_tokens', { actor, ...fields })
    browser = server.browser()
    return redeem(token, browser)
  }

  test('has somebody act as a user, and the session and its tokens say who', async () => {
    await addApp(server, ada.browser)
    const before = (await backend.get(`/v1/users/${ada.userId}`)).body
    server.clock.advance(day)
    const done = await impersonate()
    const [session] = done.body.client.sessions
    expect(session).toMatchObject({
      actor,
      factor_verification_age: [-1, -1],
      expire_at: server.clock.now() + 1_800_000,
      user: { id: ada.userId },
    })
    expect(decodeJwt(session.last_active_token.jwt)).toMatchObject({
      act: actor,
      sub: ada.userId,
      fva: [-1, -1],
    })
    await browser.post(`/v1/client/sessions/${session.id}/touch`)
    expect((await backend.get(`/v1/users/${ada.userId}`)).body).toMatchObject({
      last_sign_in_at: before.last_sign_in_at,
      last_active_at: before.last_active_at,
    })
    const list = (await ada.browser.get('/v1/me/sessions/active')).body
    expect(list.map((one: { actor: object | null }) => one.actor)).toContainEqual(actor)
    server.clock.advance(1_800_000)
    expect(faultOf(await browser.get('/v1/me'))).toBe('401 authentication_invalid')
  })

  test('lasts as long as the backend says', async () => {
    const done = await impersonate({ session_max_duration_in_seconds: 60 })
    expect(done.body.client.sessions[0].expire_at).toBe(server.clock.now() + 60_000)
  })

  test('leads to the profile, and to nothing by which the user signs in', async () => {
    await impersonate()
    expect((await browser.patch('/v1/me', { first_name: 'Ada' })).status).toBe(200)
    const blocked: [method: 'post' | 'patch' | 'delete', path: string, body?: Record<string, unknown>][] = [
      ['delete', '/v1/me'],
      ['patch', '/v1/me', { primary_email_address_id: ada.addressId }],
      ['patch', '/v1/me', { password: 'another correct horse', current_password: goodPassword }],
      ['patch', '/v1/me', { username: 'mine' }],
      [
        'post',
        '/v1/me/change_password',
        { new_password: 'another correct horse', current_password: goodPassword },
      ],
      ['post', '/v1/me/remove_password', { current_password: goodPassword }],
      ['post', '/v1/me/email_addresses', { email_address: 'thief@example.com' }],
      ['delete', `/v1/me/email_addresses/${ada.addressId}`],
      ['post', '/v1/me/phone_numbers', { phone_number: '+12015550123' }],
      ['post', '/v1/me/totp'],
      ['delete', '/v1/me/totp'],
      ['post', '/v1/me/backup_codes'],
      ['post', '/v1/me/passkeys'],
      ['post', '/v1/me/external_accounts', { strategy: 'oauth_google' }],
      ['post', `/v1/me/sessions/${ada.sessionId}/revoke`],
    ]
    for (const [method, path, body] of blocked)
      expect([path, faultOf(await browser[method](path, body))]).toEqual([
        path,
        expect.stringMatching(/^403 action_blocked/),
      ])
  })

  test('names the actor, and each wrong field', async () => {
    const refuse = async (fields: object) => faultOf(await backend.post('/v1/actor_tokens', fields))
    const user_id = ada.userId
    expect(await refuse({ user_id })).toBe('422 form_param_missing actor')
    expect(await refuse({ user_id, actor: {} })).toBe('422 form_param_format_invalid actor')
    expect(await refuse({ user_id, actor: 'me' })).toBe('422 form_param_format_invalid actor')
    expect(await refuse({ actor })).toBe('422 form_param_missing user_id')
    expect(await refuse({ user_id, actor, expires_in_seconds: 0 })).toMatch(/^422 .* expires_in_seconds$/)
    expect(await refuse({ user_id: 'user_nobody', actor })).toBe('404 resource_not_found')
  })

  test('is called back, and used once', async () => {
    const { id, token } = await make('actor_tokens', { actor })
    await redeem(token)
    expect(faultOf(await redeem(token))).toBe('400 actor_token_already_used_code ticket')
    expect(faultOf(await backend.post(`/v1/actor_tokens/${id}/revoke`))).toBe(
      '400 actor_token_cannot_be_revoked_code',
    )
    const other = await make('actor_tokens', { actor })
    await backend.post(`/v1/actor_tokens/${other.id}/revoke`)
    expect(faultOf(await redeem(other.token))).toBe('400 actor_token_revoked_code ticket')
  })
})

test('a server that does not know the sign-in page says what to set', async () => {
  const bare = await start()
  expect(faultOf(await bare.browser().get('/v1/tickets/accept?ticket=any'))).toBe('403 feature_not_enabled')
})
