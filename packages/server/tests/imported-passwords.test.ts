import { expect, test } from 'vitest'
import { type Backend, backendOf } from './support/backend.ts'
import { faultOf } from './support/faults.ts'
import { createTestServer } from './support/test-server.ts'

const password = 'correct horse'
const bcrypt = '$2b$04$abcdefghijklmnopqrstuujydOTSfIH/d5oUHpsygqV5X9xJLQc6e'
const ada = { email_address: ['ada@example.com'], password_hasher: 'bcrypt', password_digest: bcrypt }

const make = async (backend: Backend, fields: Record<string, unknown> = {}) =>
  (await backend.post('/v1/users', { ...ada, ...fields })).body

async function start() {
  const server = await createTestServer()
  const backend = backendOf(server)
  const digestOf = async (id: string) =>
    (
      await server.deps.db
        .selectFrom('users')
        .select('password_digest')
        .where('id', '=', id)
        .executeTakeFirstOrThrow()
    ).password_digest
  const signIn = (tried: string, identifier = 'ada@example.com') =>
    server.browser().post('/v1/client/sign_ins', { identifier, password: tried })
  return { server, backend, digestOf, signIn }
}

test('S12: somebody who comes with a digest of another system signs in, and has one of ours from then on', async () => {
  const { backend, digestOf, signIn } = await start()
  const user = await make(backend)
  expect(user.password_enabled).toBe(true)
  expect(await digestOf(user.id)).toContain('bcrypt')
  expect(faultOf(await signIn('correct horses'))).toBe('422 form_password_incorrect password')
  expect(await digestOf(user.id)).toContain('bcrypt')
  expect((await signIn(password)).body.response.status).toBe('complete')
  expect(await digestOf(user.id)).toMatch(/^\$argon2id\$/)
  expect((await signIn(password)).body.response.status).toBe('complete')
})

test('an argon2id digest that costs what ours cost is checked like any other', async () => {
  const { backend, signIn } = await start()
  const digest =
    '$argon2id$v=19$m=64,t=2,p=1$7Sj0aMh/JRSzMEomdzOZ1Q$pKPWDDbEUwAvAlo+o047bGDy+/DfpkaiWl5ckFwbxqk'
  await make(backend, { password_hasher: 'argon2id', password_digest: digest })
  expect((await signIn(password)).body.response.status).toBe('complete')
})

test('no answer of either API shows a digest', async () => {
  const { server, backend, signIn } = await start()
  const user = await make(backend)
  const browser = server.browser()
  await browser.post('/v1/client/sign_ins', { identifier: 'ada@example.com', password })
  const bodies = [user, (await backend.get(`/v1/users/${user.id}`)).body, (await browser.get('/v1/me')).body]
  bodies.push((await signIn('wrong')).body)
  expect(JSON.stringify(bodies)).not.toMatch(/\$2b\$|argon2|digest/)
})

test('S13: a digest that is not in its form, or too costly, makes no user', async () => {
  const { backend } = await start()
  const create = (fields: Record<string, unknown>) => backend.post('/v1/users', { ...ada, ...fields })
  const invalid = '422 form_password_digest_invalid_code password_digest'
  expect(faultOf(await create({ password_digest: 'hunter2' }))).toBe(invalid)
  expect(faultOf(await create({ password_digest: bcrypt.replace('$04$', '$31$') }))).toBe(invalid)
  expect(faultOf(await create({ password_hasher: 'md5' }))).toBe(invalid)
  expect(faultOf(await create({ password_digest: 'x'.repeat(5000) }))).toBe(
    '422 form_param_max_length_exceeded password_digest',
  )
  expect(faultOf(await create({ password_hasher: 'rot13' }))).toBe(
    '422 form_param_value_invalid password_hasher',
  )
  expect(faultOf(await create({ password_digest: ['a'] }))).toMatch(/^422 .* password_digest$/)
  expect(faultOf(await create({ password_digest: undefined }))).toBe(
    '422 form_conditional_param_missing password_digest',
  )
  expect(faultOf(await create({ password_hasher: null }))).toBe(
    '422 form_conditional_param_missing password_hasher',
  )
  expect(faultOf(await create({ password: 'another long one' }))).toBe(
    '422 form_param_value_invalid password_digest',
  )
  expect((await backend.get('/v1/users/count')).body.total_count).toBe(0)
})

test('a digest may replace the password of a user who is there', async () => {
  const { backend, signIn } = await start()
  const user = await make(backend, {
    password_hasher: null,
    password_digest: null,
    password: 'the first of two',
  })
  const { status } = await backend.patch(`/v1/users/${user.id}`, {
    password_hasher: 'bcrypt',
    password_digest: bcrypt,
  })
  expect(status).toBe(200)
  expect(faultOf(await signIn('the first of two'))).toBe('422 form_password_incorrect password')
  expect((await signIn(password)).body.response.status).toBe('complete')
})

test('a backend asks whether a password is right', async () => {
  const { backend } = await start()
  const user = await make(backend)
  const verify = (id: string, body: unknown) => backend.post(`/v1/users/${id}/verify_password`, body)
  const right = await verify(user.id, { password })
  expect([right.status, right.body]).toEqual([200, { verified: true }])
  expect(faultOf(await verify(user.id, { password: 'wrong' }))).toBe('422 form_password_incorrect password')
  expect(faultOf(await verify(user.id, { password: '' }))).toBe('422 form_param_nil password')
  expect(faultOf(await verify(user.id, {}))).toMatch(/^422 .* password$/)
  expect((await verify('user_nobody', { password })).status).toBe(404)
  const without = { email_address: ['eve@example.com'], password_digest: null, password_hasher: null }
  const eve = await make(backend, { ...without, skip_password_requirement: true })
  expect(faultOf(await verify(eve.id, { password }))).toMatch(/^400 no_password_set/)
})
