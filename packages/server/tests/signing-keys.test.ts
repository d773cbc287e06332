import { createLocalJWKSet, decodeProtectedHeader, type JWK, jwtVerify } from 'jose'
import { expect, test } from 'vitest'
import type { TestServer } from '../src/testing/index.ts'
import {
  createKeySet,
  keyCacheLifetime,
  publishBeforeUse,
  revokeSigningKeys,
  rotateSigningKey,
} from '../src/tokens/database-key-set.ts'
import { signUp } from './support/people.ts'
import { createTestServer } from './support/test-server.ts'

const readKeys = async (server: TestServer) => (await server.browser().get('/.well-known/jwks.json')).body
const kidsOf = async (server: TestServer) => (await readKeys(server)).keys.map((key: JWK) => key.kid)

test('S55: a new key is published before it signs, and the old one until its last token is dead', async () => {
  const server = await createTestServer()
  // The first key must be older than the second, as it is anywhere but in a test whose clock stands still.
  server.clock.advance(86_400_000)
  const { browser, sessionId } = await signUp(server)
  const token = async () => (await browser.post(`/v1/client/sessions/${sessionId}/tokens`)).body.jwt
  const old = decodeProtectedHeader(await token()).kid
  const next = await rotateSigningKey(server.deps)
  server.clock.advance(keyCacheLifetime)
  expect(await kidsOf(server)).toEqual([next, old])
  expect(decodeProtectedHeader(await token()).kid).toBe(old)

  server.clock.advance(publishBeforeUse - keyCacheLifetime - 1000)
  const last = await token()
  expect(decodeProtectedHeader(last).kid).toBe(old)
  server.clock.advance(keyCacheLifetime)
  expect(decodeProtectedHeader(await token()).kid).toBe(next)
  expect(await kidsOf(server)).toContain(old)
  const currentDate = new Date(server.clock.now() - 5000)
  await expect(
    jwtVerify(last, createLocalJWKSet(await readKeys(server)), { currentDate }),
  ).resolves.toBeDefined()

  server.clock.advance(3_700_000)
  await kidsOf(server)
  expect(await kidsOf(server)).toEqual([next])
})

test('S55: a stolen key is gone at once, and people go on with the new one', async () => {
  const server = await createTestServer()
  const { browser, sessionId } = await signUp(server)
  const token = async () => (await browser.post(`/v1/client/sessions/${sessionId}/tokens`)).body.jwt
  const stolen = await token()
  const next = await revokeSigningKeys(server.deps)
  server.clock.advance(keyCacheLifetime)
  expect(await kidsOf(server)).toEqual([next])
  const fresh = await token()
  const currentDate = new Date(server.clock.now())
  const keys = createLocalJWKSet(await readKeys(server))
  await expect(jwtVerify(fresh, keys, { currentDate })).resolves.toBeDefined()
  await expect(jwtVerify(stolen, keys, { currentDate })).rejects.toThrow()
})

test('S55: the keys may be kept by whoever asks for a minute', async () => {
  const server = await createTestServer()
  for (const path of ['/.well-known/jwks.json', '/v1/jwks']) {
    const { headers, body } = await server.browser().get(path)
    expect(headers.get('cache-control')).toBe('public, max-age=60')
    expect(headers.get('content-type')).toBe('application/json')
    expect(body.keys).toHaveLength(1)
  }
})

test('private keys lie sealed in the database', async () => {
  const server = await createTestServer()
  const [row] = await server.deps.db.selectFrom('signing_keys').selectAll().execute()
  expect(row?.private_jwk_sealed).not.toContain('"d"')
  expect(JSON.parse(await server.deps.vault.decrypt(row?.private_jwk_sealed ?? ''))).toHaveProperty('d')
})

test('a database that was down once does not keep the keys away for ever', async () => {
  const server = await createTestServer()
  let isDown = true
  const { vault, clock, db } = server.deps
  const decrypt = async (sealed: string) => {
    if (isDown) throw new Error('down')
    return vault.decrypt(sealed)
  }
  const keys = createKeySet({ db, clock, vault: { ...vault, decrypt } })
  await expect(keys.current()).rejects.toThrow('down')
  isDown = false
  expect((await keys.current()).kid).toBe((await server.deps.keys.current()).kid)
})
