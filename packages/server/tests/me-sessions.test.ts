import { sessionWithActivity } from '@usher/protocol'
import { expect, test } from 'vitest'
import * as z from 'zod/mini'
import { faultOf } from './support/faults.ts'
import { signInElsewhere, signUp } from './support/people.ts'
import { createTestServer } from './support/test-server.ts'

const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'
const iphone =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1'

test('a person sees the devices that are signed in, this one among them', async () => {
  const server = await createTestServer()
  const desk = server.browser({ userAgent: firefox, ipAddress: '203.0.113.7' })
  const person = await signUp(server, {}, desk)
  server.clock.advance(1000)
  const phone = server.browser({ userAgent: iphone, ipAddress: '2001:db8::1' })
  const other = await signInElsewhere(server, person, phone)
  const { status, body } = await desk.get('/v1/me/sessions/active')
  expect(status).toBe(200)
  const sessions = z.parse(z.array(sessionWithActivity), body)
  expect(sessions.map(({ id }) => id)).toEqual([other.sessionId, person.sessionId])
  expect(sessions[0]?.latest_activity).toMatchObject({ is_mobile: true, ip_address: '2001:db8::1' })
  expect(sessions[1]?.latest_activity).toMatchObject({
    browser_name: 'Firefox',
    is_mobile: false,
    ip_address: '203.0.113.7',
  })
  expect(sessions.map(({ user, last_active_token }) => [user, last_active_token])).toEqual([
    [null, null],
    [null, null],
  ])
})

test('a session that has ended is in the list of all, not in that of the active ones', async () => {
  const server = await createTestServer()
  const person = await signUp(server)
  const other = await signInElsewhere(server, person)
  await other.browser.delete('/v1/client/sessions')
  const ids = async (path: string) =>
    (await person.browser.get(path)).body.map(({ id, status }: { id: string; status: string }) => [
      id,
      status,
    ])
  expect(await ids('/v1/me/sessions/active')).toEqual([[person.sessionId, 'active']])
  expect((await ids('/v1/me/sessions')).toSorted()).toEqual(
    [
      [person.sessionId, 'active'],
      [other.sessionId, 'removed'],
    ].toSorted(),
  )
})

test('a session whose time is over is not active any more', async () => {
  const server = await createTestServer()
  const person = await signUp(server)
  server.clock.advance(604_800_000 - 1000)
  const other = await signInElsewhere(server, person)
  server.clock.advance(1000)
  const { body } = await other.browser.get('/v1/me/sessions/active')
  expect(body.map(({ id }: { id: string }) => id)).toEqual([other.sessionId])
  const all = (await other.browser.get('/v1/me/sessions')).body
  expect(all.find(({ id }: { id: string }) => id === person.sessionId).status).toBe('expired')
})

test('S56: a person signs another browser out, and it is signed out at once', async () => {
  const server = await createTestServer()
  const person = await signUp(server)
  const other = await signInElsewhere(server, person)
  const seen: unknown[] = []
  server.deps.events.publish = (event) => seen.push(event)
  const { status, body } = await person.browser.post(`/v1/me/sessions/${other.sessionId}/revoke`)
  expect(status).toBe(200)
  expect(body.response).toMatchObject({ object: 'session', id: other.sessionId, status: 'revoked' })
  expect(body.client.sessions.map(({ id }: { id: string }) => id)).toEqual([person.sessionId])
  expect((await other.browser.get('/v1/me')).status).toBe(401)
  expect((await other.browser.post(`/v1/client/sessions/${other.sessionId}/tokens`)).status).toBe(401)
  expect((await other.browser.post(`/v1/client/sessions/${other.sessionId}/touch`)).status).toBe(401)
  expect((await other.browser.get('/v1/client')).body.response.sessions).toEqual([])
  expect(seen).toContainEqual({ type: 'sessions.changed', userId: person.userId })
  expect((await person.browser.get('/v1/me')).status).toBe(200)
})

test('a person may sign this browser out from the list of devices', async () => {
  const server = await createTestServer()
  const { browser, sessionId } = await signUp(server)
  server.clock.advance(5000)
  const { status, body } = await browser.post(`/v1/me/sessions/${sessionId}/revoke`)
  expect(status).toBe(200)
  expect(body.response.status).toBe('revoked')
  expect(body.client).toMatchObject({ sessions: [], last_active_session_id: null })
  expect(body.client.updated_at).toBe(server.clock.now())
  expect((await browser.get('/v1/me')).status).toBe(401)
})

test('with two people in one browser, the other one stays signed in after a revocation', async () => {
  const server = await createTestServer({ settings: { singleSessionMode: false } })
  const ada = await signUp(server)
  const eve = await signUp(server, { email_address: 'eve@example.com' }, ada.browser)
  const path = `/v1/me/sessions/${eve.sessionId}/revoke?_clerk_session_id=${eve.sessionId}`
  expect((await ada.browser.post(path)).status).toBe(200)
  const { body } = await ada.browser.get('/v1/client')
  expect(body.response.last_active_session_id).toBe(ada.sessionId)
  expect((await ada.browser.get('/v1/me')).body.response.id).toBe(ada.userId)
})

test('the sessions of others are not found', async () => {
  const server = await createTestServer()
  const ada = await signUp(server)
  const eve = await signUp(server, { email_address: 'eve@example.com' })
  for (const id of [ada.sessionId, 'sess_unknown', '%27%20or%201=1', '__proto__', 'a%00b', 'active'])
    expect(faultOf(await eve.browser.post(`/v1/me/sessions/${id}/revoke`))).toBe('404 resource_not_found')
  expect((await ada.browser.get('/v1/me')).status).toBe(200)
  expect((await eve.browser.get('/v1/me/sessions')).body).toHaveLength(1)
})

test('a session of the same person in another browser is revoked once, however often it is asked', async () => {
  const server = await createTestServer()
  const person = await signUp(server)
  const other = await signInElsewhere(server, person)
  const path = `/v1/me/sessions/${other.sessionId}/revoke`
  const answers = await Promise.all([1, 2, 3].map(() => person.browser.post(path)))
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
  const audit = await server.deps.db
    .selectFrom('audit_log')
    .selectAll()
    .where('event', '=', 'session_revoked')
    .execute()
  expect(audit).toHaveLength(1)
  expect(audit[0]).toMatchObject({ user_id: person.userId, session_id: other.sessionId, result: 'ok' })
})

test('an unknown path and an unknown method below /me are refused', async () => {
  const server = await createTestServer()
  const { browser, sessionId } = await signUp(server)
  expect(faultOf(await browser.get('/v1/me/nothing'))).toBe('404 resource_not_found')
  expect((await browser.get(`/v1/me/sessions/${sessionId}/revoke`)).status).toBeGreaterThanOrEqual(404)
  expect((await browser.get('/v1/me')).status).toBe(200)
})
