import { expect, test } from 'vitest'
import type { TestServer } from '../src/testing/index.ts'
import { faultOf } from './support/faults.ts'
import { goodPassword, signUp } from './support/people.ts'
import { createTestServer } from './support/test-server.ts'

const origin = 'http://localhost:5173'
const emailAddress = { enabled: true, required: true, usedForFirstFactor: true, verifyAtSignUp: false }
const startServer = () => createTestServer({ settings: { emailAddress } })

/** A caller without cookies, who carries a secret in its own way. */
async function send(
  server: TestServer,
  path: string,
  { fields, headers = {} }: { fields?: Record<string, string>; headers?: Record<string, string> } = {},
) {
  const answer = await server.fetch(
    new Request(new URL(path, server.url), {
      method: fields ? 'POST' : 'GET',
      headers,
      ...(fields ? { body: new URLSearchParams(fields) } : {}),
    }),
  )
  return { status: answer.status, headers: answer.headers, body: await answer.json() }
}

const account = { email_address: 'ada@example.com', password: goodPassword }

test('in development a page on another site carries what names its browser in a parameter', async () => {
  const server = await startServer()
  const as = (name: string, path: string) => `${path}?__clerk_db_jwt=${name}`
  const headers = { origin }
  const { id } = (await send(server, '/v1/dev_browser', { fields: {}, headers })).body
  expect(id).toMatch(/^dvb_\w{43}$/)
  expect((await send(server, as(id, '/v1/client'), { headers })).body.response).toMatchObject({
    sessions: [],
  })
  const done = await send(server, as(id, '/v1/client/sign_ups'), { fields: account, headers })
  expect(done.body.response.status).toBe('complete')
  expect(done.headers.getSetCookie()).toEqual([])
  const next = done.headers.get('clerk-db-jwt') ?? ''
  expect(done.headers.get('access-control-expose-headers')).toContain('Clerk-Db-Jwt')
  expect((await send(server, as(next, '/v1/me'), { headers })).body.response.id).toMatch(/^user_/)

  const out = await send(server, `${as(next, '/v1/client/sessions')}&_method=DELETE`, { fields: {}, headers })
  const last = out.headers.get('clerk-db-jwt') ?? ''
  expect(last).not.toBe(next)
  expect((await send(server, as(last, '/v1/client'), { headers })).body.response.sessions).toEqual([])
})

test('S51: a name of a browser that somebody planted opens nothing after the sign-in', async () => {
  const server = await startServer()
  const headers = { origin }
  const { id: planted } = (await send(server, '/v1/dev_browser', { fields: {}, headers })).body
  const path = `?__clerk_db_jwt=${planted}`
  await send(server, `/v1/client/sign_ups${path}`, { fields: account, headers })
  // What was under way with the old name is no reason for the browser to forget the new one.
  expect((await send(server, `/v1/client${path}`, { headers })).body.response).toMatchObject({
    id: null,
    sessions: [],
  })
  expect(faultOf(await send(server, `/v1/me${path}`, { headers }))).toBe('401 signed_out')
})

test('S50: the name of a browser is kept as a digest', async () => {
  const server = await startServer()
  const { id } = (await send(server, '/v1/dev_browser', { fields: {}, headers: { origin } })).body
  const rows = await server.deps.db.selectFrom('clients').selectAll().execute()
  expect(rows).toHaveLength(1)
  expect(JSON.stringify(rows)).not.toContain(id.slice(4))
})

test('a name that nobody gave is refused, so that real clients ask for one', async () => {
  const server = await startServer()
  for (const name of ['', 'x', `dvb_${'0a'.repeat(14)}`, `dvb_${'x'.repeat(43)}`, 'dvb_\u0000'])
    expect(faultOf(await send(server, `/v1/client?__clerk_db_jwt=${encodeURIComponent(name)}`))).toBe(
      '401 dev_browser_unauthenticated',
    )
})

test('production knows no names of browsers: a parameter there opens and breaks nothing', async () => {
  const server = await createTestServer({ mode: 'production' })
  const refused = await send(server, '/v1/dev_browser', { fields: {}, headers: { origin } })
  expect(faultOf(refused)).toBe('404 resource_not_found')
  const { browser, userId } = await signUp(server)
  const secret = browser.jar.get('__client')
  const stranger = await send(server, `/v1/client?__clerk_db_jwt=dvb_${secret}`)
  expect(stranger.body.response.id).toBeNull()
  expect((await browser.get('/v1/me?__clerk_db_jwt=x')).body.response.id).toBe(userId)
})

test('a handshake gives the name back to a browser that carries it in a parameter', async () => {
  const server = await startServer()
  const headers = { origin }
  const { id } = (await send(server, '/v1/dev_browser', { fields: {}, headers })).body
  const done = await send(server, `/v1/client/sign_ups?__clerk_db_jwt=${id}`, { fields: account, headers })
  const name = done.headers.get('clerk-db-jwt') ?? ''
  const query = new URLSearchParams({ redirect_url: `${origin}/`, format: 'nonce', __clerk_db_jwt: name })
  const shaken = await server.fetch(new Request(`${server.url}/v1/client/handshake?${query}`))
  const nonce = new URL(shaken.headers.get('location') ?? '').searchParams.get('__clerk_handshake_nonce')
  const { body } = await send(server, `/v1/clients/handshake_payload?nonce=${nonce}`, {
    headers: { authorization: `Bearer ${server.secretKey}` },
  })
  expect(body.directives[0]).toMatch(`__clerk_db_jwt=${name};`)
  expect(body.directives.at(-1)).toMatch(/^__session_[\w-]{8}=eyJ/)
})

test('a native app has no cookies: its secret comes and goes in a header, and changes at every sign-in', async () => {
  const server = await startServer()
  const native = (path: string) => `${path}?_is_native=1`
  const began = await send(server, native('/v1/client/sign_ins'), {
    fields: { identifier: 'nobody@example.com' },
    headers: { authorization: '' },
  })
  expect(began.status).toBe(422)
  const first = began.headers.get('authorization') ?? ''
  expect(first).toMatch(/^\w{43}$/)
  const done = await send(server, native('/v1/client/sign_ups'), {
    fields: account,
    headers: { authorization: first },
  })
  expect(done.body.response.status).toBe('complete')
  expect(done.headers.getSetCookie()).toEqual([])
  const second = done.headers.get('authorization') ?? ''
  expect(second).not.toBe(first)
  const read = async (authorization: string) =>
    (await send(server, native('/v1/client'), { headers: { authorization } })).body.response.sessions.length
  expect([await read(first), await read(second)]).toEqual([0, 1])
  const token = await send(
    server,
    native(`/v1/client/sessions/${done.body.response.created_session_id}/tokens`),
    { fields: {}, headers: { authorization: second } },
  )
  expect(token.body.jwt).toMatch(/^eyJ/)

  const gone = await send(server, `${native('/v1/client')}&_method=DELETE`, {
    fields: {},
    headers: { authorization: second },
  })
  expect(await read(second)).toBe(0)
  expect(gone.headers.get('authorization')).toMatch(/^\w{43}$/)
})

test('S59: a page of another origin is no native app, and what is one has no use of cookies', async () => {
  const server = await createTestServer()
  const { browser } = await signUp(server)
  const cookie = `__client=${browser.jar.get('__client')}`
  const path = '/v1/me?_is_native=1&_method=PATCH'
  const fields = { first_name: 'Mallory' }
  for (const foreign of ['https://evil.example', 'null'])
    expect(faultOf(await send(server, path, { fields, headers: { origin: foreign, cookie } }))).toBe(
      '400 origin_invalid',
    )
  expect(faultOf(await send(server, path, { fields, headers: { cookie } }))).toBe('401 signed_out')
  expect((await browser.get('/v1/me')).body.response.first_name).toBeNull()
})
