import {
  createLocalJWKSet,
  decodeJwt,
  decodeProtectedHeader,
  exportSPKI,
  importJWK,
  type JWK,
  jwtVerify,
  SignJWT,
} from 'jose'
import { expect, test } from 'vitest'
import type { TestServer } from '../src/testing/index.ts'
import { signUp } from './support/people.ts'
import { createTestServer } from './support/test-server.ts'

const readKeys = async (server: TestServer) => (await server.browser().get('/.well-known/jwks.json')).body

test('S53: a token lives for 60 seconds and says for whom, from whom and for which page it is', async () => {
  const server = await createTestServer()
  const { browser, sessionId, userId } = await signUp(server)
  server.clock.advance(120_000)
  const { status, body } = await browser.post(`/v1/client/sessions/${sessionId}/tokens`, {
    organization_id: '',
  })
  expect(status).toBe(200)
  expect(body).toEqual({ object: 'token', jwt: expect.any(String) })
  const now = Math.floor(server.clock.now() / 1000)
  const { payload, protectedHeader } = await jwtVerify(body.jwt, createLocalJWKSet(await readKeys(server)), {
    algorithms: ['RS256'],
    currentDate: new Date(server.clock.now()),
  })
  expect(protectedHeader).toMatchObject({ alg: 'RS256', typ: 'JWT', cat: 'cl_B7d4PD111AAA' })
  expect(payload).toEqual({
    azp: 'http://localhost:5173',
    exp: now + 60,
    fva: [2, -1],
    iat: now,
    iss: 'http://127.0.0.1:4000',
    jti: expect.any(String),
    nbf: now - 10,
    sid: sessionId,
    sts: 'active',
    sub: userId,
    v: 2,
  })
})

test('S53: a token of another page names that page, and a page that may not ask is not named', async () => {
  const server = await createTestServer()
  const { browser, sessionId } = await signUp(server)
  const tokenFor = async (origin: string) => {
    const other = server.browser({ origin })
    other.jar.set('__client', browser.jar.get('__client') ?? '', { maxAge: 1, httpOnly: true })
    const { body } = await other.get(`/v1/client/sessions/${sessionId}`)
    return decodeJwt(body.response.last_active_token.jwt).azp
  }
  expect(await tokenFor('http://localhost:3000')).toBe('http://localhost:3000')
  expect(await tokenFor('https://evil.example')).toBeUndefined()
})

test('S53: a token is handed out again while 40 seconds of it are left', async () => {
  const server = await createTestServer()
  const { browser, sessionId } = await signUp(server)
  const token = async () => (await browser.post(`/v1/client/sessions/${sessionId}/tokens`)).body.jwt
  const first = await token()
  server.clock.advance(20_000)
  expect(await token()).toBe(first)
  server.clock.advance(1000)
  expect(await token()).not.toBe(first)
})

test('no token that comes with a client is older than the last sign-in on that browser', async () => {
  const server = await createTestServer({ settings: { singleSessionMode: false } })
  const { browser } = await signUp(server)
  await signUp(server, { email_address: 'grace@example.com' })
  server.clock.advance(5000)
  await browser.post('/v1/client/sign_ins', {
    identifier: 'grace@example.com',
    password: 'correct horse battery staple',
  })
  const client = (await browser.get('/v1/client')).body.response
  expect(client.sessions).toHaveLength(2)
  for (const session of client.sessions)
    expect(decodeJwt(session.last_active_token.jwt).iat).toBeGreaterThanOrEqual(
      Math.floor(client.updated_at / 1000),
    )
})

test('S54: no forged token opens anything, wherever it is put', async () => {
  const server = await createTestServer()
  const { browser, sessionId, userId } = await signUp(server)
  const { body } = await browser.post(`/v1/client/sessions/${sessionId}/tokens`)
  const [header = '', payload = '', signature = ''] = body.jwt.split('.')
  const encode = (value: unknown) => btoa(JSON.stringify(value)).replaceAll('=', '')
  const [key] = (await readKeys(server)).keys as JWK[]
  const { alg: _, ...publicJwk } = key as JWK
  const pem = await exportSPKI(
    (await importJWK({ ...publicJwk, ext: true }, 'RS256', { extractable: true })) as CryptoKey,
  )
  const claims = { sub: userId, sid: sessionId, exp: 9_999_999_999 }
  const foreign = await crypto.subtle.generateKey(
    {
      name: 'RSASSA-PKCS1-v1_5',
      modulusLength: 2048,
      publicExponent: new Uint8Array([1, 0, 1]),
      hash: 'SHA-256',
    },
    true,
    ['sign', 'verify'],
  )
  const signForeign = (protectedHeader: Record<string, unknown>) =>
    new SignJWT(claims).setProtectedHeader({ alg: 'RS256', ...protectedHeader }).sign(foreign.privateKey)
  const jwk = (await crypto.subtle.exportKey('jwk', foreign.publicKey)) as JWK
  const forged = [
    `${encode({ alg: 'none', typ: 'JWT' })}.${payload}.`,
    `${encode({ alg: 'None' })}.${payload}.${signature}`,
    await new SignJWT(claims).setProtectedHeader({ alg: 'HS256' }).sign(new TextEncoder().encode(pem)),
    await signForeign({ kid: key?.kid }),
    await signForeign({ kid: 'nobody' }),
    await signForeign({ kid: key?.kid, jwk }),
    await signForeign({ kid: key?.kid, jku: 'https://evil.example/jwks.json' }),
    await signForeign({ kid: key?.kid, x5u: 'https://evil.example/cert.pem' }),
    await signForeign({ kid: '../../etc/passwd' }),
    `${header}.${encode({ ...decodeJwt(body.jwt), sub: 'user_other' })}.${signature}`,
    `${header}.${payload}.`,
    `${header}.${payload}.${signature.split('').reverse().join('')}`,
  ]
  const keys = createLocalJWKSet(await readKeys(server))
  const currentDate = new Date(server.clock.now())
  await expect(jwtVerify(body.jwt, keys, { algorithms: ['RS256'], currentDate })).resolves.toBeDefined()
  for (const token of forged) {
    await expect(jwtVerify(token, keys, { algorithms: ['RS256'], currentDate })).rejects.toThrow()
    const thief = server.browser()
    for (const name of ['__client', '__session']) thief.jar.set(name, token, { maxAge: 1, httpOnly: false })
    expect((await thief.get('/v1/me')).status).toBe(401)
    const asBearer = await thief.fetch('/v1/me', { headers: { authorization: `Bearer ${token}` } })
    expect(asBearer.status).toBeOneOf([401, 403])
  }
})

test('S54: a token says RS256 and names a key that is published', async () => {
  const server = await createTestServer()
  const { browser, sessionId } = await signUp(server)
  const { body } = await browser.post(`/v1/client/sessions/${sessionId}/tokens`)
  const { alg, kid } = decodeProtectedHeader(body.jwt)
  const keys = await readKeys(server)
  expect(alg).toBe('RS256')
  expect(keys.keys.map((key: JWK) => key.kid)).toContain(kid)
  for (const key of keys.keys) expect(Object.keys(key).sort()).toEqual(['alg', 'e', 'kid', 'kty', 'n', 'use'])
})
