import { backendClient } from '@usher/protocol'
import { expect, test } from 'vitest'
import * as z from 'zod/mini'
import { backendOf } from './support/backend.ts'
import { faultOf } from './support/faults.ts'
import { signInElsewhere, signUp } from './support/people.ts'
import { createTestServer } from './support/test-server.ts'

const cookieOf = ({ jar }: Awaited<ReturnType<typeof signUp>>['browser']) => jar.get('__client') ?? ''

test('a backend lists browsers, newest first, with who is signed in there', async () => {
  const server = await createTestServer()
  const backend = backendOf(server)
  const person = await signUp(server)
  server.clock.advance(1000)
  const other = await signInElsewhere(server, person)
  const { body } = await backend.get('/v1/clients?paginated=true')
  const clients = z.parse(z.array(backendClient), body.data)
  expect(clients.map(({ session_ids }) => session_ids)).toEqual([[other.sessionId], [person.sessionId]])
  expect(clients[1]?.sessions).toMatchObject([{ user_id: person.userId, status: 'active' }])
  expect(clients[1]?.last_active_session_id).toBe(person.sessionId)
  expect(body.total_count).toBe(2)
  expect((await backend.get('/v1/clients?limit=1&offset=1')).body).toEqual([body.data[1]])
})

test('a backend reads a browser, also once somebody has signed out of it', async () => {
  const server = await createTestServer()
  const backend = backendOf(server)
  const { browser, sessionId } = await signUp(server)
  const { id } = (await browser.get('/v1/client')).body.response
  expect((await backend.get(`/v1/clients/${id}`)).body).toMatchObject({ id, session_ids: [sessionId] })
  await browser.delete('/v1/client/sessions')
  expect((await backend.get(`/v1/clients/${id}`)).body).toMatchObject({
    id,
    session_ids: [],
    sessions: [],
    last_active_session_id: null,
  })
})

test('a backend learns by the cookie which browser it is, until the cookie is another one', async () => {
  const server = await createTestServer()
  const backend = backendOf(server)
  const { browser, sessionId } = await signUp(server)
  const token = cookieOf(browser)
  const { status, body } = await backend.post('/v1/clients/verify', { token })
  expect([status, body.session_ids]).toEqual([200, [sessionId]])
  expect(JSON.stringify(body)).not.toContain(token)
  await browser.delete('/v1/client')
  expect(faultOf(await backend.post('/v1/clients/verify', { token }))).toBe('404 resource_not_found')
  expect(faultOf(await backend.post('/v1/clients/verify', { token: '' }))).toBe('404 resource_not_found')
  expect(faultOf(await backend.post('/v1/clients/verify', {}))).toBe('422 form_param_missing token')
  expect(faultOf(await backend.post('/v1/clients/verify', { token: 'x'.repeat(257) }))).toBe(
    '422 form_param_max_length_exceeded token',
  )
})

test('browsers are told to nobody without the secret key', async () => {
  const server = await createTestServer()
  const { browser } = await signUp(server)
  const { id } = (await browser.get('/v1/client')).body.response
  for (const path of ['/v1/clients', `/v1/clients/${id}`]) expect((await browser.get(path)).status).toBe(401)
})
