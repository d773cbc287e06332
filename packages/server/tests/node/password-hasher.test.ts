import { availableParallelism } from 'node:os'
import { expect, test } from 'vitest'
import { createArgon2PasswordHasher } from '../../src/node/argon2-password-hasher.ts'
import { storeForeignDigest } from '../../src/passwords/foreign/foreign-digest.ts'
import type { PasswordHasher } from '../../src/ports/password-hasher.ts'
import { QueueFullError } from '../../src/ports/queue-full-error.ts'
import { faultOf } from '../support/faults.ts'
import { goodPassword, signUp } from '../support/people.ts'
import { createTestServer } from '../support/test-server.ts'

const cheap = { memoryCost: 8, timeCost: 1, parallelism: 1 }

test('S11: a password is kept as argon2id with 19 MiB, 2 passes, 1 lane and a salt of its own', async () => {
  const hasher = createArgon2PasswordHasher()
  const server = await createTestServer({ passwordHasher: hasher })
  await signUp(server)
  await signUp(server, { email_address: 'bob@example.com' })
  const users = await server.deps.db.selectFrom('users').select('password_digest').execute()
  const salts = users.map(({ password_digest: digest }) => {
    const [, name, version, cost, salt = '', hash = ''] = digest?.split('$') ?? []
    expect([name, version, cost]).toEqual(['argon2id', 'v=19', 'm=19456,t=2,p=1'])
    expect(Buffer.from(salt, 'base64')).toHaveLength(16)
    expect(Buffer.from(hash, 'base64')).toHaveLength(32)
    return salt
  })
  expect(new Set(salts).size).toBe(2)
})

test('S12: a password that was kept with other parameters is hashed anew at the next sign-in', async () => {
  const server = await createTestServer({ passwordHasher: createArgon2PasswordHasher(cheap) })
  const ada = await signUp(server)
  const digest = () => server.deps.db.selectFrom('users').select('password_digest').executeTakeFirstOrThrow()
  const before = await digest()
  const strict = createArgon2PasswordHasher({ ...cheap, timeCost: 2 })
  Object.assign(server.deps.passwordHasher, strict)
  const signIn = () =>
    server.browser().post('/v1/client/sign_ins', { identifier: ada.address, password: goodPassword })
  expect((await signIn()).body.response.status).toBe('complete')
  const after = await digest()
  expect(before.password_digest).toContain('$m=8,t=1,p=1$')
  expect(after.password_digest).toContain('$m=8,t=2,p=1$')
  expect((await signIn()).body.response.status).toBe('complete')
  expect(await digest()).toEqual(after)
})

test('S14: the digest of another system is checked in a thread of its own', async () => {
  const hasher = createArgon2PasswordHasher(cheap)
  // bcrypt of cost 12 keeps a core busy for a fifth of a second.
  const stored =
    storeForeignDigest('bcrypt', '$2a$12$R9h/cIPz0gi.URNNX3kh2OPST9/PgBkqquzi.Ss7KIUgO2t0jWMUW') ?? ''
  let ticks = 0
  const timer = setInterval(() => {
    ticks += 1
  }, 5)
  expect(await hasher.verify(stored, 'abc123xyz')).toBe(true)
  clearInterval(timer)
  expect(ticks).toBeGreaterThan(3)
  expect(await hasher.verify(stored, 'abc123xyZ')).toBe(false)
  expect(hasher.needsRehash(stored)).toBe(true)
})

test('S14: no more passwords are hashed at once than there are cores, and no more wait than may', async () => {
  const hasher = createArgon2PasswordHasher({ ...cheap, memoryCost: 1024 }, 5)
  const places = availableParallelism() + 5
  const results = await Promise.allSettled(Array.from({ length: places + 7 }, () => hasher.hash('secret')))
  const refused = results.filter((result) => result.status === 'rejected')
  expect(refused).toHaveLength(7)
  for (const { reason } of refused) expect(reason).toBeInstanceOf(QueueFullError)
  expect(await hasher.verify(await hasher.hash('secret'), 'secret')).toBe(true)
})

test('S14: who comes when too many wait is told to come back, and nothing is half made', async () => {
  const hasher: PasswordHasher = {
    hash: () => Promise.reject(new QueueFullError('full')),
    verify: () => Promise.reject(new QueueFullError('full')),
    needsRehash: () => false,
  }
  const server = await createTestServer({ passwordHasher: hasher })
  const given = { email_address: 'ada@example.com', password: goodPassword }
  const answer = await server.browser().post('/v1/client/sign_ups', given)
  expect(faultOf(answer)).toBe('429 too_many_requests')
  expect(answer.headers.get('retry-after')).toBe('2')
  expect(await server.deps.db.selectFrom('sign_ups').selectAll().execute()).toEqual([])
})
