import { decodeJwt } from 'jose'
import { expect, test } from 'vitest'
import { backendOf } from './support/backend.ts'
import { faultOf } from './support/faults.ts'
import { goodPassword, signInElsewhere, signUp } from './support/people.ts'
import { createTestServer } from './support/test-server.ts'

const address = 'ada@example.com'
const day = 86_400_000

/** A browser in which two people are signed in, the second one last. */
async function sharedBrowser() {
  const server = await createTestServer({ settings: { singleSessionMode: false } })
  const ada = await signUp(server)
  await signUp(server, { email_address: 'grace@example.com' })
  server.clock.advance(1000)
  const credentials = { address: 'grace@example.com', password: goodPassword }
  const grace = await signInElsewhere(server, credentials, ada.browser)
  return { server, browser: ada.browser, ada: ada.sessionId, grace: grace.sessionId }
}

test('a browser that nobody knows has an empty client', async () => {
  const server = await createTestServer()
  const { body } = await server.browser().get('/v1/client')
  expect(body).toMatchObject({
    response: {
      object: 'client',
      id: null,
      sessions: [],
      sign_in: null,
      sign_up: null,
      last_active_session_id: null,
    },
    client: null,
  })
})

test('a browser can be made known before anybody signs in', async () => {
  const server = await createTestServer()
  const browser = server.browser()
  const { body } = await browser.post('/v1/client')
  expect(body.response.id).toMatch(/^client_/)
  expect((await browser.fetch('/v1/client?_method=PUT', { method: 'POST' })).status).toBe(200)
  expect((await browser.get('/v1/client')).body.response.id).toBe(body.response.id)
})

test('the revision of a client grows with every answer, its time only at sign-in and sign-out', async () => {
  const server = await createTestServer()
  const { browser, sessionId } = await signUp(server)
  const read = async () => (await browser.get('/v1/client')).body.response
  const first = await read()
  server.clock.advance(5000)
  await browser.post(`/v1/client/sessions/${sessionId}/touch`)
  await browser.patch('/v1/me', { first_name: 'Ada' })
  const second = await read()
  expect(second.revision).toBeGreaterThan(first.revision)
  expect(second.updated_at).toBe(first.updated_at)
  await browser.delete('/v1/client/sessions')
  expect((await read()).updated_at).toBe(server.clock.now())
})

test('the last activity of a user is that of the sessions', async () => {
  const server = await createTestServer()
  const { browser, sessionId, userId } = await signUp(server)
  const lastActive = async () => (await backendOf(server).get(`/v1/users/${userId}`)).body.last_active_at
  const path = `/v1/client/sessions/${sessionId}`
  for (const step of ['touch', 'tokens']) {
    server.clock.advance(day)
    await browser.post(`${path}/${step}`)
    expect(await lastActive()).toBe(server.clock.now())
  }
  const list = await backendOf(server).get(`/v1/users?last_active_at_after=${server.clock.now() - 1}`)
  expect(list.body).toHaveLength(1)
})

test('touching a session makes it the one that the browser shows, and notes the device', async () => {
  const { server, browser, ada, grace } = await sharedBrowser()
  server.clock.advance(1000)
  const { status, body } = await browser.post(`/v1/client/sessions/${ada}/touch`, {
    active_organization_id: '',
    intent: 'select_session',
  })
  expect(status).toBe(200)
  expect(body.response).toMatchObject({
    object: 'session',
    id: ada,
    status: 'active',
    last_active_at: server.clock.now(),
  })
  expect(body.client).toMatchObject({ last_active_session_id: ada })
  expect((await browser.get(`/v1/client/sessions/${grace}`)).body.response).toMatchObject({
    id: grace,
    status: 'active',
  })
})

test('a session is ended or removed, and the browser falls back to the one that is left', async () => {
  for (const [verb, status] of [
    ['end', 'ended'],
    ['remove', 'removed'],
  ]) {
    const { browser, ada, grace } = await sharedBrowser()
    const secret = browser.jar.get('__client')
    const { body } = await browser.post(`/v1/client/sessions/${grace}/${verb}`)
    expect(body.response).toMatchObject({ id: grace, status, user: null, last_active_token: null })
    expect(body.client.sessions.map(({ id }: { id: string }) => id)).toEqual([ada])
    expect(body.client.last_active_session_id).toBe(ada)
    expect(browser.jar.get('__client')).toBe(secret)
    const again = await browser.post(`/v1/client/sessions/${grace}/${verb}`)
    expect(again.body.response.status).toBe(status)
    expect((await browser.get(`/v1/client/sessions/${grace}`)).body.response.status).toBe(status)
    expect(faultOf(await browser.post(`/v1/client/sessions/${grace}/touch`))).toBe(
      '401 authentication_invalid',
    )
    expect(faultOf(await browser.post(`/v1/client/sessions/${grace}/tokens`))).toBe(
      '401 authentication_invalid',
    )
  }
})

test('sessions of other browsers and of nobody are not found', async () => {
  const server = await createTestServer()
  const { sessionId } = await signUp(server)
  const eve = await signUp(server, { email_address: 'eve@example.com' })
  for (const id of [sessionId, 'sess_nobody', '%00', '..%2f..']) {
    const path = `/v1/client/sessions/${id}`
    for (const step of ['touch', 'tokens'])
      expect((await eve.browser.post(`${path}/${step}`)).status).toBeOneOf([401, 404])
    for (const step of ['end', 'remove']) expect((await eve.browser.post(`${path}/${step}`)).status).toBe(404)
    expect((await eve.browser.get(path)).status).toBe(404)
  }
  for (const step of ['touch', 'tokens', 'end', 'remove'])
    expect(faultOf(await server.browser().post(`/v1/client/sessions/${sessionId}/${step}`))).toBe(
      '401 signed_out',
    )
})

test('signing out of everything empties the browser, and twice is as good as once', async () => {
  const { browser } = await sharedBrowser()
  const answers = await Promise.all([1, 2].map(() => browser.delete('/v1/client/sessions')))
  for (const { status, body } of answers) {
    expect(status).toBe(200)
    expect(body.client).toMatchObject({ sessions: [], last_active_session_id: null })
  }
  expect((await browser.delete('/v1/client/sessions')).status).toBe(200)
})

test('S50: the secret of a browser has 256 bits, and two never are alike', async () => {
  const server = await createTestServer()
  const secrets = new Set<string>()
  for (let count = 0; count < 50; count++) {
    const browser = server.browser()
    await browser.post('/v1/client')
    secrets.add(browser.jar.get('__client') ?? '')
  }
  expect(secrets.size).toBe(50)
  for (const secret of secrets) expect(secret).toMatch(/^[0-9A-Za-z]{43}$/)
})

test('S51: every sign-in makes a new session and a new secret, and the one before is dead', async () => {
  const server = await createTestServer()
  const browser = server.browser()
  await browser.post('/v1/client')
  const planted = browser.jar.get('__client') ?? ''
  const first = await signUp(server, {}, browser)
  const afterSignUp = browser.jar.get('__client') ?? ''
  await browser.delete('/v1/client/sessions')
  const second = await signInElsewhere(server, first, browser)
  const afterSignIn = browser.jar.get('__client') ?? ''
  expect(new Set([planted, afterSignUp, afterSignIn]).size).toBe(3)
  expect(second.sessionId).not.toBe(first.sessionId)
  for (const dead of [planted, afterSignUp]) {
    const thief = server.browser()
    thief.jar.set('__client', dead, { maxAge: 1, httpOnly: true })
    expect((await thief.get('/v1/me')).status).toBe(401)
    expect((await thief.get('/v1/client')).body.response).toMatchObject({ id: null, sessions: [] })
  }
})

test('S52: a session ends after seven days, whatever is done with it', async () => {
  const server = await createTestServer()
  const { browser, sessionId } = await signUp(server)
  for (let days = 0; days < 6; days++) {
    server.clock.advance(day)
    expect((await browser.post(`/v1/client/sessions/${sessionId}/touch`)).status).toBe(200)
  }
  server.clock.advance(day - 1)
  expect((await browser.get('/v1/me')).status).toBe(200)
  server.clock.advance(1)
  expect((await browser.get('/v1/me')).status).toBe(401)
  expect((await browser.get('/v1/client')).body.response.sessions).toEqual([])
  expect((await browser.get(`/v1/client/sessions/${sessionId}`)).body.response.status).toBe('expired')
  await signInElsewhere(server, { address, password: goodPassword }, browser)
})

test('S52: a session that nobody uses ends earlier when the settings say so', async () => {
  const server = await createTestServer({ settings: { sessionInactivity: 3_600_000 } })
  const { browser, sessionId } = await signUp(server)
  server.clock.advance(3_000_000)
  await browser.post(`/v1/client/sessions/${sessionId}/touch`)
  server.clock.advance(3_000_000)
  expect((await browser.get('/v1/me')).status).toBe(200)
  server.clock.advance(600_000)
  expect((await browser.get('/v1/me')).status).toBe(401)
  expect((await browser.get(`/v1/client/sessions/${sessionId}`)).body.response.status).toBe('abandoned')
})

test('S52: whoever asks for tokens is active, and the session lasts as long as its page is open', async () => {
  const server = await createTestServer({
    settings: { sessionInactivity: 120_000, sessionLifetime: 600_000 },
  })
  const { browser, sessionId } = await signUp(server)
  const path = `/v1/client/sessions/${sessionId}/tokens`
  for (let count = 0; count < 12; count++) {
    server.clock.advance(45_000)
    expect((await browser.post(path)).status).toBe(200)
  }
  const { body } = await browser.get('/v1/me/sessions/active')
  expect(body[0].last_active_at).toBe(server.clock.now())
  server.clock.advance(60_000)
  expect(faultOf(await browser.post(path))).toBe('401 authentication_invalid')
  expect((await browser.get(`/v1/client/sessions/${sessionId}`)).body.response.status).toBe('expired')
})

test('S52: a page that is closed for too long finds its session abandoned', async () => {
  const server = await createTestServer({ settings: { sessionInactivity: 120_000 } })
  const { browser, sessionId } = await signUp(server)
  const path = `/v1/client/sessions/${sessionId}`
  server.clock.advance(119_000)
  await browser.post(`${path}/tokens`)
  server.clock.advance(119_000)
  expect((await browser.get('/v1/me')).status).toBe(200)
  server.clock.advance(1_000)
  const refused = await browser.post(`${path}/tokens`)
  expect(faultOf(refused)).toBe('401 authentication_invalid')
  expect(refused.body.meta.client.sessions).toEqual([])
  expect((await browser.get(path)).body.response.status).toBe('abandoned')
})

test('S52: nobody can set a life of more than thirty days', async () => {
  await expect(createTestServer({ settings: { sessionLifetime: 31 * day } })).rejects.toThrow()
})

test('S56: after the sign-out the server gives no token any more, and those that are out die within a minute', async () => {
  const server = await createTestServer()
  const { browser, sessionId } = await signUp(server)
  const { body } = await browser.post(`/v1/client/sessions/${sessionId}/tokens`)
  const thief = server.browser()
  thief.jar.set('__client', browser.jar.get('__client') ?? '', { maxAge: 1, httpOnly: true })
  await browser.delete('/v1/client/sessions')
  for (const path of [`/v1/client/sessions/${sessionId}/tokens`, `/v1/client/sessions/${sessionId}/touch`])
    for (const one of [browser, thief]) expect((await one.post(path)).status).toBe(401)
  const { exp = 0 } = decodeJwt(body.jwt)
  expect(exp * 1000).toBeLessThanOrEqual(server.clock.now() + 60_000)
})
