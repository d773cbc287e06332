import { backendUser } from '@usher/protocol'
import { expect, test } from 'vitest'
import * as z from 'zod/mini'
import { type Backend, backendOf } from './support/backend.ts'
import { faultOf } from './support/faults.ts'
import { goodPassword, signInElsewhere, signUp } from './support/people.ts'
import { createTestServer } from './support/test-server.ts'

const ada = { email_address: ['ada@example.com'], password: goodPassword }

const make = async (backend: Backend, fields: Record<string, unknown> = {}) =>
  (await backend.post('/v1/users', { ...ada, ...fields })).body

test('a backend creates somebody who can sign in at once', async () => {
  const server = await createTestServer()
  const { status, headers, body } = await backendOf(server).post('/v1/users', {
    ...ada,
    email_address: ['ada@example.com', 'Work@example.com'],
    first_name: 'Ada',
    last_name: 'Lovelace',
    external_id: 'crm-7',
    public_metadata: { plan: 'pro' },
    private_metadata: { cost: 7 },
    unsafe_metadata: { theme: 'dark' },
    created_at: '2020-01-02T03:04:05Z',
  })
  expect(status).toBe(200)
  expect(headers.get('content-type')).toBe('application/json')
  expect(z.parse(backendUser, body)).toMatchObject({
    first_name: 'Ada',
    last_name: 'Lovelace',
    external_id: 'crm-7',
    public_metadata: { plan: 'pro' },
    private_metadata: { cost: 7 },
    unsafe_metadata: { theme: 'dark' },
    created_at: Date.UTC(2020, 0, 2, 3, 4, 5),
    password_enabled: true,
    banned: false,
    locked: false,
  })
  const [first, second] = body.email_addresses
  expect(first).toMatchObject({ email_address: 'ada@example.com', verification: { status: 'verified' } })
  expect(second).toMatchObject({ email_address: 'Work@example.com', verification: { status: 'verified' } })
  expect(body.primary_email_address_id).toBe(first.id)
  await expect(
    signInElsewhere(server, { address: 'work@example.com', password: goodPassword }),
  ).resolves.toBeDefined()
  expect(server.inbox.list()).toEqual([])
})

test('the password of a new user follows the policy, unless the backend vouches for it', async () => {
  const backend = backendOf(await createTestServer())
  const create = (fields: Record<string, unknown>) => backend.post('/v1/users', { ...ada, ...fields })
  expect(faultOf(await create({ password: 'short' }))).toBe('422 form_password_length_too_short password')
  expect(faultOf(await create({ password: 'password1' }))).toBe('422 form_password_pwned password')
  expect(faultOf(await create({ password: 'ada@example.com' }))).toBe(
    '422 form_password_matches_identifier password',
  )
  expect(faultOf(await create({ password: undefined }))).toBe('422 form_param_missing password')
  expect((await backend.get('/v1/users/count')).body.total_count).toBe(0)
  expect((await create({ password: 'short', skip_password_checks: true })).status).toBe(200)
  const without = { email_address: ['eve@example.com'], password: undefined, skip_password_requirement: true }
  expect((await create(without)).body.password_enabled).toBe(false)
})

test('S2: a password beyond 1,024 bytes never reaches the hasher, whatever the backend vouches for', async () => {
  const server = await createTestServer()
  let hashes = 0
  const { hash } = server.deps.passwordHasher
  server.deps.passwordHasher.hash = (password) => {
    hashes += 1
    return hash(password)
  }
  const fields = { ...ada, password: 'x'.repeat(1025), skip_password_checks: true }
  const answer = await backendOf(server).post('/v1/users', fields)
  expect(faultOf(answer)).toBe('422 form_password_size_in_bytes_exceeded password')
  expect(hashes).toBe(0)
})

test('a value that somebody has is refused under its field, and no half-made user stays', async () => {
  const backend = backendOf(await createTestServer())
  await make(backend, { external_id: 'crm-7' })
  const create = (fields: Record<string, unknown>) =>
    backend.post('/v1/users', { password: goodPassword, ...fields })
  expect(faultOf(await create({ email_address: ['new@example.com', 'ADA@example.com'] }))).toBe(
    '422 form_identifier_exists email_address',
  )
  expect(faultOf(await create({ email_address: ['new@example.com'], external_id: 'crm-7' }))).toMatch(
    /^422 (form_identifier_exists|duplicate_record) external_id$/,
  )
  expect(faultOf(await create({ email_address: ['new@example.com', 'New@example.com'] }))).toMatch(
    /^422 .* email_address$/,
  )
  expect((await backend.get('/v1/users/count')).body.total_count).toBe(1)
})

test('of ten creations at once with one address exactly one wins', async () => {
  const backend = backendOf(await createTestServer())
  const answers = await Promise.all(
    Array.from({ length: 10 }, (_, index) =>
      backend.post('/v1/users', { ...ada, external_id: `crm-${index}` }),
    ),
  )
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  for (const answer of answers.filter(({ status }) => status !== 200))
    expect(faultOf(answer)).toBe('422 form_identifier_exists email_address')
  expect((await backend.get('/v1/users')).body).toHaveLength(1)
})

test('a verified address that a backend gives takes it from those who never proved it', async () => {
  const server = await createTestServer()
  const eve = await signUp(server, { email_address: 'eve@example.com' })
  await eve.browser.post('/v1/me/email_addresses', { email_address: 'ada@example.com' })
  await make(backendOf(server))
  const { email_addresses } = (await eve.browser.get('/v1/me')).body.response
  expect(email_addresses).toHaveLength(1)
})

test('a wrong field of a new user is named', async () => {
  const backend = backendOf(await createTestServer())
  const refused: [Record<string, unknown>, string][] = [
    [{ email_address: undefined }, 'form_param_missing email_address'],
    [{ email_address: [] }, 'form_param_missing email_address'],
    [{ email_address: ['no address'] }, 'form_param_format_invalid email_address'],
    [{ email_address: [7] }, 'form_param_format_invalid email_address'],
    [{ email_address: { a: 1 } }, 'form_param_format_invalid email_address'],
    [{ email_address: ['x'.repeat(400)] }, 'form_param_max_length_exceeded email_address'],
    [{ first_name: 7 }, 'form_param_format_invalid first_name'],
    [{ first_name: 'x'.repeat(257) }, 'form_param_max_length_exceeded first_name'],
    [{ last_name: 'a\0b' }, 'form_param_format_invalid last_name'],
    [{ external_id: ['a'] }, 'form_param_format_invalid external_id'],
    [{ public_metadata: [1] }, 'form_param_format_invalid public_metadata'],
    [{ private_metadata: 'text' }, 'form_param_format_invalid private_metadata'],
    [{ private_metadata: { a: 'x'.repeat(8192) } }, 'form_param_exceeds_allowed_size private_metadata'],
    [{ skip_password_checks: 'perhaps' }, 'form_param_value_invalid skip_password_checks'],
    [{ created_at: 'yesterday' }, 'form_param_format_invalid created_at'],
    [{ created_at: '2020-13-45T00:00:00Z' }, 'form_param_format_invalid created_at'],
    [{ password: 12_345_678 }, 'form_param_format_invalid password'],
  ]
  for (const [fields, fault] of refused)
    expect(faultOf(await backend.post('/v1/users', { ...ada, ...fields }))).toBe(`422 ${fault}`)
  expect(faultOf(await backend.post('/v1/users', '{'))).toBe('400 malformed_request_parameters')
  expect(faultOf(await backend.post('/v1/users', '[]'))).toBe('400 malformed_request_parameters')
  expect((await backend.get('/v1/users/count')).body.total_count).toBe(0)
})

test('a backend changes a user, and what it does not name stays', async () => {
  const backend = backendOf(await createTestServer())
  const user = await make(backend, { first_name: 'Ada', external_id: 'crm-7', public_metadata: { a: 1 } })
  const { status, body } = await backend.patch(`/v1/users/${user.id}`, {
    last_name: 'Lovelace',
    public_metadata: { b: 2 },
    delete_self_enabled: false,
    external_id: null,
  })
  expect(status).toBe(200)
  expect(body).toMatchObject({
    first_name: 'Ada',
    last_name: 'Lovelace',
    public_metadata: { b: 2 },
    delete_self_enabled: false,
    external_id: null,
  })
  expect((await backend.get(`/v1/users/${user.id}`)).body).toEqual(body)
})

test('a wrong field of a change is named, and nothing of the change is written', async () => {
  const server = await createTestServer()
  const backend = backendOf(server)
  const user = await make(backend, { first_name: 'Ada' })
  const other = await make(backend, { email_address: ['eve@example.com'], external_id: 'crm-7' })
  const refused: [Record<string, unknown>, string][] = [
    [{ external_id: 'crm-7' }, '422 form_identifier_exists external_id'],
    [
      { primary_email_address_id: other.primary_email_address_id },
      '404 resource_not_found primary_email_address_id',
    ],
    [{ password: 'short' }, '422 form_password_length_too_short password'],
    [{ private_metadata: JSON.parse('{"__proto__":{}}') }, '422 form_param_value_invalid private_metadata'],
  ]
  for (const [fields, fault] of refused)
    expect(faultOf(await backend.patch(`/v1/users/${user.id}`, { first_name: 'Eve', ...fields }))).toBe(fault)
  expect((await backend.get(`/v1/users/${user.id}`)).body).toMatchObject({ first_name: 'Ada' })
})

test('S56: a new password from a backend ends the sessions of the user when it asks for that', async () => {
  const server = await createTestServer()
  const backend = backendOf(server)
  const person = await signUp(server)
  const path = `/v1/users/${person.userId}`
  await backend.patch(path, { password: 'one more good password' })
  expect((await person.browser.get('/v1/me')).status).toBe(200)
  await backend.patch(path, { password: 'yet another password', sign_out_of_other_sessions: true })
  expect((await person.browser.get('/v1/me')).status).toBe(401)
  await expect(
    signInElsewhere(server, { ...person, password: 'yet another password' }),
  ).resolves.toBeDefined()
})

test('S56: a backend takes a password away, and ends the sessions of the user when it asks for that', async () => {
  const server = await createTestServer()
  const ada = await signUp(server)
  const backend = backendOf(server)
  const path = `/v1/users/${ada.userId}`
  const removed = await backend.post(`${path}/remove_password`)
  expect([removed.status, removed.body.password_enabled]).toEqual([200, false])
  expect((await ada.browser.get('/v1/me')).status).toBe(200)
  const tried = { identifier: ada.address, password: goodPassword }
  expect(faultOf(await server.browser().post('/v1/client/sign_ins', tried))).toMatch(/^4\d\d /)
  const again = await backend.post(`${path}/remove_password`, { sign_out_of_other_sessions: true })
  expect(again.body.updated_at).toBe(removed.body.updated_at)
  expect((await ada.browser.get('/v1/me')).status).toBe(200)
  await backend.patch(path, { password: goodPassword })
  await backend.post(`${path}/remove_password`, { sign_out_of_other_sessions: true })
  expect((await ada.browser.get('/v1/me')).status).toBe(401)
  expect((await backend.post('/v1/users/user_nobody/remove_password')).status).toBe(404)
})

test('metadata is merged with PATCH and replaced with PUT, kind by kind', async () => {
  const backend = backendOf(await createTestServer())
  const user = await make(backend, {
    public_metadata: { a: { b: 1, c: 2 } },
    private_metadata: { kept: true },
    unsafe_metadata: { x: 1 },
  })
  const path = `/v1/users/${user.id}/metadata`
  const merged = await backend.patch(path, { public_metadata: { a: { b: null, d: 3 } } })
  expect(merged.body).toMatchObject({ private_metadata: { kept: true }, unsafe_metadata: { x: 1 } })
  expect(merged.body.public_metadata).toEqual({ a: { c: 2, d: 3 } })
  const replaced = await backend.put(path, { public_metadata: { e: 4 }, unsafe_metadata: {} })
  expect(replaced.body.public_metadata).toEqual({ e: 4 })
  expect(replaced.body.unsafe_metadata).toEqual({})
  expect(replaced.body.private_metadata).toEqual({ kept: true })
})

test('S61: metadata of a backend has the same limits', async () => {
  const backend = backendOf(await createTestServer())
  const { id } = await make(backend)
  const path = `/v1/users/${id}/metadata`
  for (const send of [backend.patch, backend.put]) {
    expect(faultOf(await send(path, '{"private_metadata":{"a":{"__proto__":{"admin":true}}}}'))).toBe(
      '422 form_param_value_invalid private_metadata',
    )
    expect(faultOf(await send(path, { public_metadata: { a: 'é'.repeat(4096) } }))).toBe(
      '422 form_param_exceeds_allowed_size public_metadata',
    )
    expect(faultOf(await send(path, { public_metadata: 7 }))).toBe(
      '422 form_param_format_invalid public_metadata',
    )
  }
  expect(({} as Record<string, unknown>).admin).toBeUndefined()
})

test('a deleted user is gone for good', async () => {
  const server = await createTestServer()
  const backend = backendOf(server)
  const person = await signUp(server)
  const path = `/v1/users/${person.userId}`
  const { status, body } = await backend.delete(path)
  expect([status, body]).toEqual([200, { object: 'user', id: person.userId, deleted: true }])
  expect((await person.browser.get('/v1/me')).status).toBe(401)
  const answers = [
    await backend.get(path),
    await backend.patch(path, { first_name: 'Eve' }),
    await backend.patch(`${path}/metadata`, { public_metadata: {} }),
    await backend.put(`${path}/metadata`, { public_metadata: {} }),
    await backend.delete(path),
  ]
  expect(answers.map(faultOf)).toEqual(answers.map(() => '404 resource_not_found'))
})

test('an id that nobody has is not found, whatever it looks like', async () => {
  const backend = backendOf(await createTestServer())
  for (const id of ['user_unknown', '%27%20or%201=1', '__proto__', 'a%00b', 'x'.repeat(2000), '%F0%9F%92%A9'])
    expect(faultOf(await backend.get(`/v1/users/${id}`))).toBe('404 resource_not_found')
})
