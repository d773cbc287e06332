import { expect, test } from 'vitest'
import type { TestServer } from '../src/testing/index.ts'
import { signUp } from './support/people.ts'
import { createTestServer } from './support/test-server.ts'

const send = (server: TestServer, path: string, init: RequestInit = {}) =>
  server.fetch(new Request(new URL(path, server.url), init))

const strangers = [
  'https://evil.example',
  'http://evil.example',
  'http://localhost.evil.example',
  'http://localhost:5173.evil.example',
  'http://evil-localhost',
  'http://127.0.0.1.evil.example',
  'https://localhost:5173',
  'http://user@localhost:5173',
  'http://localhost:5173/',
  'http://localhost:5173@evil.example',
  'http://LOCALHOST.evil.example',
  'http://[::1]:5173',
  'http://0.0.0.0:4000',
  'http://192.168.0.1:5173',
  'file://',
  'null',
  '*',
  '',
  'chrome-extension://abcdefgh',
  'http://localhost:5173, https://evil.example',
]

test.each(strangers)('S60: a page of %j learns nothing', async (origin) => {
  const server = await createTestServer()
  for (const [path, method] of [
    ['/v1/client', 'GET'],
    ['/v1/client', 'OPTIONS'],
    ['/v1/client/sign_ins', 'POST'],
    ['/v1/nothing', 'GET'],
  ]) {
    const answer = await send(server, path ?? '', { method, headers: { origin } } as RequestInit)
    expect(answer.headers.get('access-control-allow-origin')).toBeNull()
    expect(answer.headers.get('access-control-allow-credentials')).toBeNull()
    expect(answer.headers.get('vary')).toContain('Origin')
  }
})

test('S60: a page of an allowed origin gets that very origin, on errors too', async () => {
  const server = await createTestServer()
  const origin = 'http://localhost:5173'
  const calls: [string, RequestInit][] = [
    ['/v1/client', {}],
    ['/v1/me', {}],
    ['/v1/nothing', {}],
    ['/v1/client/sign_ins/%00', {}],
    ['/v1/client/sign_ins', { method: 'PATCH' }],
    ['/v1/client/sign_ups', { method: 'POST', body: '{', headers: { 'content-type': 'application/json' } }],
    ['/v1/client/sign_ups', { method: 'POST', body: 'x'.repeat(1_048_577) }],
  ]
  for (const [path, init] of calls) {
    const { headers } = await send(server, path, { ...init, headers: { ...init.headers, origin } })
    expect(headers.get('access-control-allow-origin'), path).toBe(origin)
    expect(headers.get('access-control-allow-credentials')).toBe('true')
    expect(headers.get('access-control-expose-headers')).toContain('Retry-After')
    expect(headers.get('vary')).toContain('Origin')
  }
})

test('S60: a preflight is answered for allowed origins only', async () => {
  const server = await createTestServer()
  const ask = (origin: string) =>
    send(server, '/v1/me/profile_image', {
      method: 'OPTIONS',
      headers: {
        origin,
        'access-control-request-headers': 'content-type',
        'access-control-request-method': 'POST',
      },
    })
  const allowed = await ask('http://localhost:5173')
  expect(allowed.status).toBe(204)
  expect(allowed.headers.get('access-control-allow-headers')).toBe('content-type')
  expect(allowed.headers.get('access-control-allow-methods')).toContain('POST')
  expect((await ask('https://evil.example')).status).toBe(403)
})

test('S60: what a caller writes into Host does not make its own origin an allowed one', async () => {
  const server = await createTestServer()
  const answer = await server.fetch(
    new Request('http://evil.example:4000/v1/client', { headers: { origin: 'http://evil.example:4000' } }),
  )
  expect(answer.headers.get('access-control-allow-origin')).toBeNull()
})

test.each([undefined, 'null', 'https://evil.example'])(
  'S59: nothing changes for a form sent from %s',
  async (origin) => {
    const server = await createTestServer()
    const { browser, sessionId } = await signUp(server)
    const cookie = `__client=${browser.jar.get('__client')}`
    const forms = [
      '/v1/client/sign_ins',
      '/v1/client/sign_ups',
      '/v1/client/sessions?_method=DELETE',
      '/v1/client?_method=DELETE',
      `/v1/client/sessions/${sessionId}/end`,
      '/v1/me?_method=PATCH',
      '/v1/me?_method=DELETE',
      '/v1/me/email_addresses',
      '/v1/me/change_password',
      `/v1/me/sessions/${sessionId}/revoke`,
      '/v1/environment?_method=PATCH',
    ]
    for (const path of forms) {
      const answer = await send(server, path, {
        method: 'POST',
        headers: {
          cookie,
          'content-type': 'application/x-www-form-urlencoded',
          ...(origin ? { origin } : {}),
        },
        body: 'first_name=Eve&email_address=eve@example.com',
      })
      expect(answer.status, path).toBe(400)
      expect((await answer.json()).errors[0].code).toBe('origin_invalid')
    }
    const me = await browser.get('/v1/me')
    expect(me.body.response).toMatchObject({ first_name: null })
    expect(me.body.response.email_addresses).toHaveLength(1)
  },
)

test('S59: nothing changes by GET, whatever method the address names', async () => {
  const server = await createTestServer()
  const { browser, sessionId } = await signUp(server)
  for (const path of [
    '/v1/client/sessions?_method=DELETE',
    '/v1/client?_method=DELETE',
    '/v1/me?_method=DELETE',
    '/v1/me?_method=PATCH&first_name=Eve',
    `/v1/client/sessions/${sessionId}/end`,
    `/v1/client/sessions/${sessionId}/remove?_method=POST`,
    `/v1/me/sessions/${sessionId}/revoke?_method=POST`,
  ])
    await browser.get(path)
  const me = await browser.get('/v1/me')
  expect(me.body.response.first_name).toBeNull()
  expect((await browser.get('/v1/client')).body.response.sessions).toHaveLength(1)
})
