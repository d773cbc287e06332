import { backendSession } from '@usher/protocol'
import { expect, test } from 'vitest'
import * as z from 'zod/mini'
import { backendOf } from './support/backend.ts'
import { faultOf } from './support/faults.ts'
import { signInElsewhere, signUp } from './support/people.ts'
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
