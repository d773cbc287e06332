import { createLocalJWKSet, decodeJwt, jwtVerify } from 'jose'
import { expect, test } from 'vitest'
import type { TestServer, TestServerOptions } from '../src/testing/index.ts'
import { backendOf } from './support/backend.ts'
import { faultOf } from './support/faults.ts'
import { type Person, signUp } from './support/people.ts'
import { createTestServer } from './support/test-server.ts'

const page = 'http://localhost:5173/orders?id=7'

/** Somebody with an account, on a server whose pages a backend draws. */
async function start(options: TestServerOptions = {}) {
  const server = await createTestServer(options)
  const ada = await signUp(server)
  return { server, ada, backend: backendOf(server) }
}

async function shakeHands(
  { browser }: Pick<Person, 'browser'>,
  query: Record<string, string> = {},
): Promise<{ status: number; location: URL }> {
  const asked = { redirect_url: page, format: 'nonce', ...query }
  const path = `/v1/client/handshake?${new URLSearchParams(asked)}`
  const answer = await browser.fetch(path, { redirect: 'manual' })
  return { status: answer.status, location: new URL(answer.headers.get('location') ?? 'about:blank') }
}

const nonceOf = ({ location }: { location: URL }) =>
  location.searchParams.get('__clerk_handshake_nonce') ?? ''

/** The cookies that a backend sets, by name; of several with one name the last. */
async function redeem(server: TestServer, nonce: string) {
  const { status, body } = await backendOf(server).get(`/v1/clients/handshake_payload?nonce=${nonce}`)
  expect(status).toBe(200)
  return byName(body.directives)
}

const byName = (directives: string[]) =>
  Object.fromEntries(directives.map((line) => [line.split('=', 1)[0], line])) as Record<string, string>
const cookieValue = (line = '') => line.slice(line.indexOf('=') + 1, line.indexOf(';'))

test('a backend that draws a page learns by way of the browser who is signed in', async () => {
  const { server, ada } = await start()
  const shaken = await shakeHands(ada)
  expect(shaken.status).toBe(307)
  expect(shaken.location.href.split('&__clerk')[0]).toBe(page)
  const cookies = await redeem(server, nonceOf(shaken))
  const { client } = (await ada.browser.post(`/v1/client/sessions/${ada.sessionId}/touch`)).body
  expect(cookieValue(cookies.__client_uat)).toBe(String(Math.floor(client.updated_at / 1000)))
  const token = decodeJwt(cookieValue(cookies.__session))
  expect(token).toMatchObject({ sid: ada.sessionId, sub: ada.userId, azp: 'http://localhost:5173' })
  expect(token.iat).toBeGreaterThanOrEqual(Number(cookieValue(cookies.__client_uat)))
  expect(cookieValue(cookies.__clerk_db_jwt)).toMatch(/^dvb_[0-9a-f]{28}$/)
  for (const name of ['__session', '__client_uat', '__clerk_db_jwt']) {
    const twins = Object.keys(cookies).filter((other) => other.startsWith(name))
    expect(twins.map((twin) => cookieValue(cookies[twin]))).toEqual([
      cookieValue(cookies[name]),
      cookieValue(cookies[name]),
    ])
    expect(cookies[name]).toMatch(/; Path=\/; Max-Age=\d{8}; SameSite=Lax$/)
  }
})

test('of several accounts in one browser the backend learns the one that it shows', async () => {
  const { server, ada } = await start({ settings: { singleSessionMode: false } })
  await signUp(server, { email_address: 'grace@example.com' }, ada.browser)
  await ada.browser.post(`/v1/client/sessions/${ada.sessionId}/touch`)
  const { __session } = await redeem(server, nonceOf(await shakeHands(ada)))
  expect(decodeJwt(cookieValue(__session)).sid).toBe(ada.sessionId)
})

test('a browser in which nobody is signed in brings that, and nothing else', async () => {
  const { server } = await start()
  for (const browser of [server.browser(), server.browser()]) {
    const cookies = await redeem(server, nonceOf(await shakeHands({ browser })))
    expect(cookieValue(cookies.__client_uat)).toBe('0')
    expect(cookies.__session).toMatch(/^__session=; Path=\/; Max-Age=0;/)
  }
})

test('S56: who is signed out before the backend asks is signed out for it', async () => {
  const { server, ada, backend } = await start()
  const nonce = nonceOf(await shakeHands(ada))
  await backend.post(`/v1/sessions/${ada.sessionId}/revoke`)
  expect(cookieValue((await redeem(server, nonce)).__session)).toBe('')
})

test('S57: a nonce serves one page load, for a minute, and only a backend with the secret key', async () => {
  const { server, ada, backend } = await start()
  const path = `/v1/clients/handshake_payload?nonce=${nonceOf(await shakeHands(ada))}`
  expect(faultOf(await server.browser().get(path))).toBe('401 authorization_header_format_invalid')
  const both = await Promise.all([backend.get(path), backend.get(path)])
  expect(both.map(({ status }) => status)).toEqual([200, 200])
  server.clock.advance(10_001)
  expect(faultOf(await backend.get(path))).toBe('404 resource_not_found')
  const late = `/v1/clients/handshake_payload?nonce=${nonceOf(await shakeHands(ada))}`
  server.clock.advance(60_001)
  expect(faultOf(await backend.get(late))).toBe('404 resource_not_found')
  expect(faultOf(await backend.get('/v1/clients/handshake_payload'))).toBe('422 form_param_missing nonce')
  const long = `/v1/clients/handshake_payload?nonce=${'x'.repeat(257)}`
  expect(faultOf(await backend.get(long))).toBe('422 form_param_max_length_exceeded nonce')
  expect(faultOf(await backend.get('/v1/clients/handshake_payload?nonce=x'))).toBe('404 resource_not_found')
})

test('S24: no nonce and no token of a handshake is in the database', async () => {
  const { server, ada } = await start()
  const nonce = nonceOf(await shakeHands(ada))
  await redeem(server, nonce)
  const rows = JSON.stringify(await server.deps.db.selectFrom('handshakes').selectAll().execute())
  expect(rows).not.toContain(nonce)
  expect(rows).not.toMatch(/eyJ|dvb_/)
})

test('a backend that knows no nonces gets the same, signed', async () => {
  const { server, ada } = await start()
  const { location } = await shakeHands(ada, { format: 'token' })
  const jwks = (await (await server.fetch(new Request(`${server.url}/.well-known/jwks.json`))).json()) as {
    keys: []
  }
  const token = location.searchParams.get('__clerk_handshake') ?? ''
  const { payload, protectedHeader } = await jwtVerify(token, createLocalJWKSet(jwks), {
    currentDate: new Date(server.clock.now()),
  })
  expect(protectedHeader).toMatchObject({ alg: 'RS256', typ: 'JWT' })
  // Nobody can take it for a session: it names none, and nobody.
  expect(Object.keys(payload).sort()).toEqual(['exp', 'handshake', 'iat'])
  const cookies = byName(payload.handshake as string[])
  expect(decodeJwt(cookieValue(cookies.__session)).sid).toBe(ada.sessionId)
  const plain = await shakeHands(ada, { format: 'other' })
  expect(plain.status).toBe(422)
})

test('what the address of the page said of its own accord cannot pass for an answer', async () => {
  const { ada } = await start()
  const forged = `${page}&__clerk_handshake=x&__clerk_handshake_nonce=y&__clerk_db_jwt=z`
  const { location } = await shakeHands(ada, { redirect_url: forged })
  expect(location.searchParams.getAll('__clerk_handshake_nonce')).toHaveLength(1)
  expect([...location.searchParams.keys()]).toEqual(['id', '__clerk_handshake_nonce'])
  expect(nonceOf({ location })).not.toBe('y')
})

test('a mark that the backend knows already stays, and one that is none is replaced', async () => {
  const { server, ada } = await start()
  const mark = `dvb_${'0a'.repeat(14)}`
  const asked = async (__clerk_db_jwt: string) => {
    const cookies = await redeem(server, nonceOf(await shakeHands(ada, { __clerk_db_jwt })))
    return cookieValue(cookies.__clerk_db_jwt)
  }
  expect(await asked(mark)).toBe(mark)
  for (const forged of ['', 'x; Domain=example.com', `dvb_${'x'.repeat(43)}`])
    expect(await asked(forged)).toMatch(/^dvb_[0-9a-f]{28}$/)
})

test('in production a cookie carries the nonce, for every host of the application, and is used up with it', async () => {
  const target = 'https://app.example.com/orders'
  const { server, ada } = await start({
    mode: 'production',
    cookieDomain: 'example.com',
    origins: ['https://app.example.com', 'https://example.org'],
  })
  const cookie = `__client=${ada.browser.jar.get('__client')}`
  const ask = (redirect_url: string, headers = {}) => {
    const query = new URLSearchParams({ redirect_url, format: 'nonce' })
    const url = `${server.url}/v1/client/handshake?${query}`
    return server.fetch(new Request(url, { headers: { cookie, ...headers } }))
  }
  const answer = await ask(target)
  expect([answer.status, answer.headers.get('location')]).toEqual([307, target])
  const { __clerk_handshake_nonce: carried } = byName(answer.headers.getSetCookie())
  expect(carried).toMatch(/Domain=example\.com/)
  expect(carried).toMatch(/HttpOnly; Secure; SameSite=Lax/)
  const cookies = await redeem(server, cookieValue(carried))
  expect(cookies.__clerk_handshake_nonce).toMatch(
    /^__clerk_handshake_nonce=; .*Max-Age=0; Domain=example\.com/,
  )
  expect(cookies.__client_uat).toMatch(/; Domain=example\.com; SameSite=Lax; Secure$/)
  expect(cookies.__session).toMatch(/; SameSite=Lax; Secure$/)
  expect(cookies.__session).not.toMatch(/Domain/)
  expect(Object.keys(cookies).some((name) => name.startsWith('__clerk_db_jwt'))).toBe(false)

  // A page on another site would send the browser here for ever.
  const refused = await ask('https://example.org/')
  expect(faultOf({ status: refused.status, body: await refused.json() })).toBe(
    '422 form_param_value_invalid redirect_url',
  )
  const person = await ask('https://example.org/', { accept: 'text/html' })
  expect([person.status, person.headers.get('content-type')]).toEqual([422, 'text/html; charset=UTF-8'])
  expect(await person.text()).toContain('shares no domain')
})

test('in production every host of the application learns since when somebody is signed in', async () => {
  const { server, ada } = await start({ mode: 'production', cookieDomain: 'example.com' })
  const answer = await server.fetch(
    new Request(`${server.url}/v1/client`, {
      headers: { cookie: `__client=${ada.browser.jar.get('__client')}` },
    }),
  )
  const { __client_uat, __client } = byName(answer.headers.getSetCookie())
  expect(__client_uat).toMatch(/Domain=example\.com/)
  expect(Number(cookieValue(__client_uat))).toBeGreaterThan(0)
  expect(__client).toBeUndefined()
})

test('in development a page on a host with parts has its scripts and its backend agree', async () => {
  const target = 'https://shop.acme.test/'
  const { server, ada } = await start({ origins: ['https://shop.acme.test'] })
  const nonce = nonceOf(await shakeHands(ada, { redirect_url: target }))
  const { body } = await backendOf(server).get(`/v1/clients/handshake_payload?nonce=${nonce}`)
  const lines = (body.directives as string[]).filter((line) => line.startsWith('__client_uat='))
  expect(lines.map((line) => line.match(/Domain=[^;]+/)?.[0])).toEqual([undefined, 'Domain=acme.test'])
  for (const line of body.directives) expect(line).toMatch(/; Secure$/)
})

test('a page that is looked at keeps its session from ending, though no script of it asks for tokens', async () => {
  const minute = 60_000
  const { server, ada } = await start({ settings: { sessionInactivity: 10 * minute } })
  for (let times = 0; times < 3; times++) {
    server.clock.advance(8 * minute)
    const { __session } = await redeem(server, nonceOf(await shakeHands(ada)))
    expect(decodeJwt(cookieValue(__session)).sid).toBe(ada.sessionId)
  }
})

test('S46: handshakes without end are refused, and told in words', async () => {
  const server = await createTestServer({ limits: true })
  const browser = server.browser({ ipAddress: '192.0.2.1' })
  const path = `/v1/client/handshake?${new URLSearchParams({ redirect_url: page })}`
  let answer = await browser.fetch(path)
  for (let times = 0; times < 100; times++) answer = await browser.fetch(path)
  expect(answer.status).toBe(429)
  expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0)
})

test('a touched browser goes on to its page with a cookie that begins anew', async () => {
  const { server, ada } = await start()
  const secret = ada.browser.jar.get('__client') ?? ''
  const ask = (headers: Record<string, string>) =>
    server.fetch(
      new Request(`${server.url}/v1/client/touch?redirect_url=${encodeURIComponent(page)}`, { headers }),
    )
  const answer = await ask({ cookie: `__client=${secret}` })
  expect([answer.status, answer.headers.get('location')]).toEqual([303, page])
  expect(answer.headers.getSetCookie()[0]).toMatch(`__client=${secret}; Max-Age=31536000`)
  for (const headers of [{}, { cookie: '__client=stranger' }])
    expect((await ask(headers as Record<string, string>)).headers.getSetCookie()).toEqual([])
})
