import { expect, test } from 'vitest'
import type { TestServer, TestServerOptions } from '../src/testing/index.ts'
import { goodPassword } from './support/people.ts'
import { createTestServer } from './support/test-server.ts'

type Wire = { status: number; cookies: Record<string, string>; body: { client?: { updated_at: number } } }

/** A browser that talks in headers, as a real one does. */
function wireBrowser(server: TestServer, origin: string) {
  const jar = new Map<string, string>()
  return {
    jar,
    async send(path: string, fields?: Record<string, string>): Promise<Wire> {
      const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
      const answer = await server.fetch(
        new Request(new URL(path, server.url), {
          method: fields ? 'POST' : 'GET',
          headers: { origin, ...(cookie ? { cookie } : {}) },
          ...(fields ? { body: new URLSearchParams(fields) } : {}),
        }),
      )
      const cookies: Record<string, string> = {}
      for (const line of answer.headers.getSetCookie()) {
        const [, name = '', value = ''] = line.match(/^([^=]+)=([^;]*)/) ?? []
        cookies[name] = line
        if (/max-age=0/i.test(line)) jar.delete(name)
        else jar.set(name, value)
      }
      return { status: answer.status, cookies, body: await answer.json() }
    },
  }
}

async function signedIn(options: TestServerOptions = {}, origin = 'http://localhost:5173') {
  const emailAddress = { enabled: true, required: true, usedForFirstFactor: true, verifyAtSignUp: false }
  const server = await createTestServer({ ...options, settings: { emailAddress, ...options.settings } })
  const browser = wireBrowser(server, origin)
  const done = await browser.send('/v1/client/sign_ups', {
    email_address: 'ada@example.com',
    password: goodPassword,
  })
  expect(done.status).toBe(200)
  return { server, browser, done }
}

test('S58: the cookie of a browser is out of reach of scripts and of other sites, and small', async () => {
  const { done } = await signedIn()
  const cookie = done.cookies.__client ?? ''
  expect(cookie).toMatch(/; HttpOnly/)
  expect(cookie).toMatch(/; SameSite=Lax/)
  expect(cookie).toMatch(/; Path=\//)
  expect(cookie).not.toMatch(/Domain/i)
  expect(cookie).not.toMatch(/; Secure/)
  expect(cookie.length).toBeLessThan(4096)
})

test('S58: in production every cookie is Secure', async () => {
  const { done } = await signedIn({ mode: 'production' })
  expect(Object.keys(done.cookies).length).toBeGreaterThan(1)
  for (const cookie of Object.values(done.cookies)) expect(cookie).toMatch(/; Secure/)
})

test('S58: signing out of everything leaves a new secret, and a copy of the old one opens nothing', async () => {
  const { server, browser } = await signedIn()
  const stolen = browser.jar.get('__client') ?? ''
  await browser.send('/v1/client/sessions?_method=DELETE', {})
  expect(browser.jar.get('__client')).not.toBe(stolen)
  const thief = wireBrowser(server, 'http://localhost:5173')
  thief.jar.set('__client', stolen)
  expect((await thief.send('/v1/client')).body).toMatchObject({
    response: { id: null, sessions: [], sign_in: null },
  })
})

test('S58: ending the only session does the same, and nothing of the attempt stays', async () => {
  const { browser, done } = await signedIn()
  const stolen = browser.jar.get('__client')
  const { sessions } = done.body.client as unknown as { sessions: { id: string }[] }
  await browser.send(`/v1/client/sessions/${sessions[0]?.id}/end`, {})
  expect(browser.jar.get('__client')).not.toBe(stolen)
  expect((await browser.send('/v1/client')).body).toMatchObject({
    response: { sessions: [], sign_in: null, sign_up: null },
  })
})

test('S58: deleting the client deletes its cookie', async () => {
  const { browser } = await signedIn()
  const { cookies } = await browser.send('/v1/client?_method=DELETE', {})
  expect(cookies.__client).toMatch(/Max-Age=0/)
  expect(browser.jar.has('__client')).toBe(false)
})

test('in development backends find the mark of a development browser, once', async () => {
  const { browser, done } = await signedIn()
  const names = Object.keys(done.cookies).filter((name) => name.startsWith('__clerk_db_jwt'))
  expect(names).toHaveLength(2)
  expect(names[1]).toMatch(/^__clerk_db_jwt_[\w-]{8}$/)
  expect(done.cookies[names[0] ?? '']).not.toMatch(/HttpOnly/)
  expect((await browser.send('/v1/client')).cookies).toEqual({})
})

test('the suffix of cookie names is the one that real clients compute', async () => {
  const { done, server } = await signedIn()
  const hash = await crypto.subtle.digest('SHA-1', new TextEncoder().encode(server.publishableKey))
  const suffix = btoa(String.fromCharCode(...new Uint8Array(hash)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .slice(0, 8)
  expect(done.cookies).toHaveProperty(`__clerk_db_jwt_${suffix}`)
})

test('in production backends find the time of the last sign-in, and zero after the sign-out', async () => {
  const { browser, done, server } = await signedIn({ mode: 'production' })
  const seconds = String(Math.floor((done.body.client?.updated_at ?? 0) / 1000))
  expect(browser.jar.get('__client_uat')).toBe(seconds)
  expect([...browser.jar.keys()].filter((name) => name.startsWith('__client_uat'))).toHaveLength(2)
  expect([...browser.jar.keys()].some((name) => name.startsWith('__clerk_db_jwt'))).toBe(false)
  expect((await browser.send('/v1/client')).cookies).toEqual({})
  server.clock.advance(5000)
  await browser.send('/v1/client/sessions?_method=DELETE', {})
  expect(browser.jar.get('__client_uat')).toBe('0')
})

test('S66: cookies that nobody set are none', async () => {
  const server = await createTestServer()
  const values = [
    '',
    '%',
    '%E0%A4%A',
    '"',
    'a b',
    '\u00ff',
    'x'.repeat(5000),
    '__proto__',
    '=;=',
    'a=b',
    "' or 1=1 --",
  ]
  for (const value of values) {
    const browser = wireBrowser(server, 'http://localhost:5173')
    browser.jar.set('__client', value)
    const { status, body } = await browser.send('/v1/client')
    expect([status, body]).toMatchObject([200, { response: { id: null } }])
  }
})
