import { expect, test } from 'vitest'
import { digestSecretKey } from '../src/tokens/secret-key.ts'
import { backendOf } from './support/backend.ts'
import { faultOf } from './support/faults.ts'
import { goodPassword, signUp } from './support/people.ts'
import { createTestServer } from './support/test-server.ts'

const paths = ['/v1/users', '/v1/users/count', '/v1/users/user_1', '/v1/sessions', '/v1/sessions/sess_1']

test('S67: nobody calls the Backend API without a key, or with one that is not known', async () => {
  const server = await createTestServer()
  const wrong = `${server.secretKey.slice(0, -1)}1`
  const headers: [Record<string, string>, string][] = [
    [{}, '401 authorization_header_format_invalid'],
    [{ authorization: server.secretKey }, '401 authorization_header_format_invalid'],
    [{ authorization: `Basic ${btoa(server.secretKey)}` }, '401 authorization_header_format_invalid'],
    [{ authorization: 'Bearer ' }, '401 authorization_header_format_invalid'],
    [
      { authorization: `Bearer ${server.secretKey} ${server.secretKey}` },
      '401 authorization_header_format_invalid',
    ],
    [{ authorization: `Bearer ${wrong}` }, '401 authorization_invalid'],
    [{ authorization: `Bearer ${server.secretKey.toLowerCase()}x` }, '401 authorization_invalid'],
    [{ authorization: `Bearer ${server.publishableKey}` }, '401 authorization_invalid'],
  ]
  for (const [given, fault] of headers)
    for (const path of paths) expect(faultOf(await backendOf(server, given).get(path))).toBe(fault)
})

test('S67: without a key nothing is written either', async () => {
  const server = await createTestServer()
  const { userId, sessionId, browser } = await signUp(server)
  const stranger = backendOf(server, {})
  const answers = [
    await stranger.post('/v1/users', { email_address: ['eve@example.com'], password: goodPassword }),
    await stranger.patch(`/v1/users/${userId}`, { first_name: 'Eve' }),
    await stranger.patch(`/v1/users/${userId}/metadata`, { public_metadata: { role: 'admin' } }),
    await stranger.put(`/v1/users/${userId}/metadata`, { public_metadata: { role: 'admin' } }),
    await stranger.delete(`/v1/users/${userId}`),
    await stranger.post(`/v1/sessions/${sessionId}/revoke`),
  ]
  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 401))
  const { body } = await browser.get('/v1/me')
  expect(body.response).toMatchObject({ first_name: null, public_metadata: {} })
  expect((await backendOf(server).get('/v1/users')).body).toHaveLength(1)
})

test('S67: a browser is refused even with the right key', async () => {
  const server = await createTestServer()
  const authorization = `Bearer ${server.secretKey}`
  for (const origin of ['http://localhost:5173', 'https://evil.example', 'null'])
    expect(faultOf(await backendOf(server, { authorization, origin }).get('/v1/users'))).toBe(
      '403 resource_forbidden',
    )
  const { browser } = await signUp(server)
  const answer = await browser.fetch('/v1/users', { headers: { authorization } })
  expect(answer.status).toBe(403)
  expect(answer.headers.get('access-control-allow-origin')).toBeNull()
})

test('S67: a signed-in browser is no backend', async () => {
  const server = await createTestServer()
  const { browser, userId } = await signUp(server)
  for (const path of ['/v1/users', `/v1/users/${userId}`, '/v1/sessions'])
    expect(faultOf(await browser.get(path))).toBe('401 authorization_header_format_invalid')
})

test('S67: the key is kept as a digest only, and a revoked one is dead at once', async () => {
  const server = await createTestServer()
  const rows = await server.deps.db.selectFrom('secret_keys').selectAll().execute()
  expect(JSON.stringify(rows)).not.toContain(server.secretKey.slice(8))
  const second = 'sk_test_1111111111111111111111111111111111111111111'
  const key_digest = await digestSecretKey(server.deps.vault, second)
  const key = { id: 'sk_second', key_digest, created_at: 0, revoked_at: null }
  await server.deps.db.insertInto('secret_keys').values(key).execute()
  const other = backendOf(server, { authorization: `bearer ${second}` })
  expect((await other.get('/v1/users')).status).toBe(200)
  expect((await backendOf(server).get('/v1/users')).status).toBe(200)
  await server.deps.db
    .updateTable('secret_keys')
    .set({ revoked_at: 1 })
    .where('id', '=', 'sk_second')
    .execute()
  expect(faultOf(await other.get('/v1/users'))).toBe('401 authorization_invalid')
  expect((await backendOf(server).get('/v1/users')).status).toBe(200)
})

test('S68: an id of one instance means nothing in another', async () => {
  const [one, two] = [await createTestServer(), await createTestServer()]
  const person = await signUp(one)
  const other = await signUp(two, { email_address: 'eve@example.com' })
  const backend = backendOf(two)
  const answers = [
    await backend.get(`/v1/users/${person.userId}`),
    await backend.patch(`/v1/users/${person.userId}`, { first_name: 'Eve' }),
    await backend.delete(`/v1/users/${person.userId}`),
    await backend.get(`/v1/sessions/${person.sessionId}`),
    await backend.post(`/v1/sessions/${person.sessionId}/revoke`),
    await other.browser.get(`/v1/me/email_addresses/${person.addressId}`),
    await other.browser.delete(`/v1/me/email_addresses/${person.addressId}`),
    await other.browser.post(`/v1/me/sessions/${person.sessionId}/revoke`),
  ]
  expect(answers.map(faultOf)).toEqual(answers.map(() => '404 resource_not_found'))
  other.browser.jar.set('__client', person.browser.jar.get('__client') ?? '', { maxAge: 1, httpOnly: true })
  expect((await other.browser.get('/v1/me')).status).toBe(401)
})

test('an unknown path and an unknown method of the Backend API are refused in its own words', async () => {
  const backend = backendOf(await createTestServer())
  for (const answer of [await backend.get('/v1/nothing'), await backend.put('/v1/users', {})]) {
    expect(faultOf(answer)).toMatch(/^(404 resource_not_found|405 method_not_allowed)$/)
    expect(answer.headers.get('content-type')).toBe('application/json')
    expect(answer.body).not.toHaveProperty('meta')
  }
})
