import { backendSession } from '@usher/protocol'
import { decodeJwt } from 'jose'
import { expect, test } from 'vitest'
import * as z from 'zod/mini'
import { backendOf } from './support/backend.ts'
import { faultOf } from './support/faults.ts'
import { goodPassword, signInElsewhere, signUp } from './support/people.ts'
import { createTestServer } from './support/test-server.ts'

test('a backend lists the sessions of a user, with their number', async () => {
  const server = await createTestServer()
  const backend = backendOf(server)
  const person = await signUp(server)
  server.clock.advance(1000)
  const other = await signInElsewhere(server, person)
  await signUp(server, { email_address: 'eve@example.com' })
  const { status, headers, body } = await backend.get(`/v1/sessions?paginated=true&user_id=${person.userId}`)
  expect(status).toBe(200)
  expect(headers.get('content-type')).toBe('application/json')
  expect(body.total_count).toBe(2)
  const sessions = z.parse(z.array(backendSession), body.data)
  expect(sessions.map(({ id }) => id)).toEqual([other.sessionId, person.sessionId])
  const page = await backend.get(`/v1/sessions?paginated=true&user_id=${person.userId}&limit=1&offset=1`)
  expect(page.body).toMatchObject({ data: [{ id: person.sessionId }], total_count: 2 })
})

test('sessions can be filtered by browser and status', async () => {
  const server = await createTestServer()
  const backend = backendOf(server)
  const person = await signUp(server)
  const other = await signInElsewhere(server, person)
  const clientId = (await other.browser.get('/v1/client')).body.response.id
  await other.browser.delete('/v1/client/sessions')
  const ids = async (query: string) =>
    (await backend.get(`/v1/sessions?paginated=true&${query}`)).body.data.map(({ id }: { id: string }) => id)
  expect(await ids(`client_id=${clientId}`)).toEqual([other.sessionId])
  expect(await ids(`user_id=${person.userId}&status=active`)).toEqual([person.sessionId])
  expect(await ids(`user_id=${person.userId}&status=removed`)).toEqual([other.sessionId])
  expect(await ids('client_id=client_unknown')).toEqual([])
  server.clock.advance(604_800_000)
  expect(await ids(`user_id=${person.userId}&status=active`)).toEqual([])
  expect(await ids(`user_id=${person.userId}&status=expired`)).toEqual([person.sessionId])
})

test('S56: a session that a backend revokes ends at once', async () => {
  const server = await createTestServer()
  const backend = backendOf(server)
  const { browser, sessionId, userId } = await signUp(server)
  const seen: unknown[] = []
  server.deps.events.publish = (event) => seen.push(event)
  const { status, body } = await backend.post(`/v1/sessions/${sessionId}/revoke`)
  expect(status).toBe(200)
  expect(body).toMatchObject({ object: 'session', id: sessionId, user_id: userId, status: 'revoked' })
  expect((await browser.get('/v1/me')).status).toBe(401)
  expect((await browser.post(`/v1/client/sessions/${sessionId}/tokens`)).status).toBe(401)
  expect((await browser.get('/v1/client')).body.response.sessions).toEqual([])
  expect(seen).toContainEqual({ type: 'sessions.changed', userId })
  expect((await backend.get(`/v1/sessions/${sessionId}`)).body.status).toBe('revoked')
})

test('a session is read by its id, and nothing of its secrets with it', async () => {
  const server = await createTestServer()
  const { browser, sessionId } = await signUp(server)
  const { body } = await backendOf(server).get(`/v1/sessions/${sessionId}`)
  expect(z.parse(backendSession, body)).toMatchObject({ id: sessionId, status: 'active' })
  const text = JSON.stringify(body)
  expect(text).not.toContain(browser.jar.get('__client'))
  expect(text).not.toContain('eyJ')
})

test('a backend makes a session for its tests, and a token of it', async () => {
  const server = await createTestServer()
  const backend = backendOf(server)
  const person = await signUp(server)
  const { status, body } = await backend.post('/v1/sessions', { user_id: person.userId })
  expect(status).toBe(200)
  expect(z.parse(backendSession, body)).toMatchObject({ user_id: person.userId, status: 'active' })
  expect(body.client_id).not.toBe((await person.browser.get('/v1/client')).body.response.id)
  expect((await person.browser.get('/v1/me/sessions/active')).body).toHaveLength(2)
  const token = await backend.post(`/v1/sessions/${body.id}/tokens`)
  expect(token.body).toEqual({ object: 'token', jwt: expect.any(String) })
  const { sub, sid, exp = 0, iat = 0 } = decodeJwt(token.body.jwt)
  expect([sub, sid, exp - iat]).toEqual([person.userId, body.id, 60])
})

test('a session is made for nobody who does not exist or may not sign in, and in production for nobody', async () => {
  const server = await createTestServer()
  const backend = backendOf(server)
  const { userId } = await signUp(server)
  await backend.post(`/v1/users/${userId}/ban`)
  const clients = async () => (await server.deps.db.selectFrom('clients').selectAll().execute()).length
  const before = await clients()
  expect(faultOf(await backend.post('/v1/sessions', { user_id: userId }))).toBe('403 user_banned')
  expect(faultOf(await backend.post('/v1/sessions', { user_id: 'user_nobody' }))).toBe(
    '404 resource_not_found',
  )
  expect(faultOf(await backend.post('/v1/sessions', {}))).toBe('422 form_param_missing user_id')
  expect(faultOf(await backend.post('/v1/sessions', { user_id: 7 }))).toBe(
    '422 form_param_format_invalid user_id',
  )
  expect(await clients()).toBe(before)
  const production = await createTestServer({ mode: 'production' })
  const person = await backendOf(production).post('/v1/users', {
    email_address: ['ada@example.com'],
    password: goodPassword,
  })
  expect(faultOf(await backendOf(production).post('/v1/sessions', { user_id: person.body.id }))).toBe(
    '403 resource_forbidden',
  )
})

test('S52: a backend says how long a token lives, but none outlives its session', async () => {
  const server = await createTestServer()
  const backend = backendOf(server)
  const { sessionId } = await signUp(server)
  const path = `/v1/sessions/${sessionId}/tokens`
  const lifeOf = async (seconds: number | null) => {
    const { exp = 0, iat = 0 } = decodeJwt(
      (await backend.post(path, { expires_in_seconds: seconds })).body.jwt,
    )
    return exp - iat
  }
  expect(await lifeOf(null)).toBe(60)
  expect(await lifeOf(30)).toBe(30)
  expect(await lifeOf(3600)).toBe(3600)
  expect(await lifeOf(315_360_000)).toBe(604_800)
  server.clock.advance(604_800_000 - 20_000)
  expect(await lifeOf(60)).toBe(20)
  for (const seconds of [29, 315_360_001, 60.5, 'long'])
    expect(faultOf(await backend.post(path, { expires_in_seconds: seconds }))).toMatch(
      /^422 form_param_\w+ expires_in_seconds$/,
    )
})

test('S56: there are no tokens of a session that has ended', async () => {
  const server = await createTestServer()
  const backend = backendOf(server)
  const revoked = await signUp(server)
  const expired = await signUp(server, { email_address: 'grace@example.com' })
  await backend.post(`/v1/sessions/${revoked.sessionId}/revoke`)
  server.clock.advance(604_800_000)
  for (const { sessionId } of [revoked, expired])
    expect(faultOf(await backend.post(`/v1/sessions/${sessionId}/tokens`))).toBe('404 resource_not_found')
  expect(faultOf(await backend.post('/v1/sessions/sess_unknown/tokens'))).toBe('404 resource_not_found')
})

test('a session that nobody has is not found', async () => {
  const backend = backendOf(await createTestServer())
  for (const id of ['sess_unknown', '%27', '__proto__', 'a%00b']) {
    expect(faultOf(await backend.get(`/v1/sessions/${id}`))).toBe('404 resource_not_found')
    expect(faultOf(await backend.post(`/v1/sessions/${id}/revoke`))).toBe('404 resource_not_found')
  }
})

test('a wrong query is named', async () => {
  const backend = backendOf(await createTestServer())
  for (const [query, field] of [
    ['limit=0', 'limit'],
    ['limit=501', 'limit'],
    ['offset=x', 'offset'],
    ['status=asleep', 'status'],
    [`user_id=${'x'.repeat(65)}`, 'user_id'],
    ['paginated=perhaps', 'paginated'],
  ])
    expect(faultOf(await backend.get(`/v1/sessions?${query}`))).toMatch(
      new RegExp(`^422 form_param_\\w+ ${field}$`),
    )
})
