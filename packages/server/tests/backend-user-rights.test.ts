import { expect, test } from 'vitest'
import { backendOf } from './support/backend.ts'
import { faultOf } from './support/faults.ts'
import { goodPassword, signInElsewhere, signUp } from './support/people.ts'
import { createTestServer } from './support/test-server.ts'

test('a compromised password no longer signs in, until it is reset', async () => {
  const server = await createTestServer()
  const person = await signUp(server)
  const backend = backendOf(server)
  const marked = await backend.post(`/v1/users/${person.userId}/password/set_compromised`)
  expect(marked.body).toMatchObject({ id: person.userId, requires_password_reset: true })
  expect((await person.browser.get('/v1/me')).status).toBe(200)

  const browser = server.browser()
  const sign = (password: string) =>
    browser.post('/v1/client/sign_ins', { identifier: person.address, password })
  expect(faultOf(await sign(goodPassword))).toBe('422 form_password_compromised password')
  expect(faultOf(await sign('not the one'))).toBe('422 form_password_incorrect password')

  server.clock.advance(60_000)
  const strategy = 'reset_password_email_code'
  const { body } = await browser.post('/v1/client/sign_ins', { identifier: person.address, strategy })
  const path = `/v1/client/sign_ins/${body.response.id}`
  await browser.post(`${path}/attempt_first_factor`, { strategy, code: server.inbox.code(person.address) })
  const done = await browser.post(`${path}/reset_password`, { password: 'a better password than that' })
  expect(done.body.response.status).toBe('complete')
  expect((await backend.get(`/v1/users/${person.userId}`)).body.requires_password_reset).toBe(false)
  await signInElsewhere(server, { address: person.address, password: 'a better password than that' })
})

test('a backend takes it back that a password is compromised', async () => {
  const server = await createTestServer()
  const person = await signUp(server)
  const backend = backendOf(server)
  await backend.post(`/v1/users/${person.userId}/password/set_compromised`)
  const { body } = await backend.post(`/v1/users/${person.userId}/password/unset_compromised`)
  expect(body.requires_password_reset).toBe(false)
  await signInElsewhere(server, person)
})

test('S56: a compromised password can end every session at once', async () => {
  const server = await createTestServer()
  const person = await signUp(server)
  const path = `/v1/users/${person.userId}/password/set_compromised`
  await backendOf(server).post(path, { revoke_all_sessions: true })
  expect((await person.browser.get('/v1/me')).status).toBe(401)
})

test('S15: with protection, a compromised password that is wrong looks like any other', async () => {
  const server = await createTestServer({ settings: { enumerationProtection: true } })
  const { userId, address } = await signUp(server)
  await backendOf(server).post(`/v1/users/${userId}/password/set_compromised`)
  const ask = async (identifier: string) =>
    faultOf(await server.browser().post('/v1/client/sign_ins', { identifier, password: 'not the one' }))
  expect(await ask(address)).toBe(await ask('nobody@example.com'))
})

test('what no password is cannot be compromised, and wrong values are named', async () => {
  const server = await createTestServer()
  const backend = backendOf(server)
  const { body: user } = await backend.post('/v1/users', {
    email_address: ['ada@example.com'],
    skip_password_requirement: true,
  })
  const path = `/v1/users/${user.id}/password`
  expect(faultOf(await backend.post(`${path}/set_compromised`))).toBe('400 no_password_set')
  expect(faultOf(await backend.post(`${path}/set_compromised`, { revoke_all_sessions: 'perhaps' }))).toBe(
    '422 form_param_value_invalid revoke_all_sessions',
  )
  expect(faultOf(await backend.post('/v1/users/user_of_nobody/password/unset_compromised'))).toBe(
    '404 resource_not_found',
  )
})

test('a backend says who may found organizations, and reads it back', async () => {
  const server = await createTestServer()
  const backend = backendOf(server)
  const { body: user } = await backend.post('/v1/users', {
    email_address: ['ada@example.com'],
    password: goodPassword,
    create_organization_enabled: true,
    create_organizations_limit: 3,
  })
  expect(user).toMatchObject({ create_organization_enabled: true, create_organizations_limit: 3 })
  const changed = await backend.patch(`/v1/users/${user.id}`, { create_organizations_limit: null })
  expect(changed.body).toMatchObject({ create_organization_enabled: true, create_organizations_limit: null })
  for (const [field, value, code] of [
    ['create_organizations_limit', -1, 'form_param_value_invalid'],
    ['create_organizations_limit', 1.5, 'form_param_format_invalid'],
    ['create_organizations_limit', 'three', 'form_param_format_invalid'],
    ['create_organization_enabled', 'maybe', 'form_param_value_invalid'],
    ['create_organization_enabled', 3, 'form_param_value_invalid'],
  ] as const)
    expect(faultOf(await backend.patch(`/v1/users/${user.id}`, { [field]: value }))).toBe(
      `422 ${code} ${field}`,
    )
})

test('nobody belongs to an organization, and the lists say so', async () => {
  const server = await createTestServer()
  const { userId } = await signUp(server)
  const backend = backendOf(server)
  for (const list of ['organization_memberships', 'organization_invitations']) {
    expect((await backend.get(`/v1/users/${userId}/${list}`)).body).toEqual({ data: [], total_count: 0 })
    expect(faultOf(await backend.get(`/v1/users/user_of_nobody/${list}`))).toBe('404 resource_not_found')
    expect(faultOf(await backend.get(`/v1/users/${userId}/${list}?limit=501`))).toBe(
      '422 form_param_value_invalid limit',
    )
  }
  expect((await backend.get('/v1/organizations')).body).toEqual({ data: [], total_count: 0 })
  const refused = await backend.post('/v1/organizations', { name: 'Acme', created_by: userId })
  expect(faultOf(refused)).toBe('403 feature_not_enabled')
  expect(refused.body.errors[0].long_message).toContain('no organizations')
})

test('a migration may leave out what the settings ask for, but never everything', async () => {
  const phoneNumber = { enabled: true, required: true, usedForFirstFactor: true, verifyAtSignUp: true }
  const server = await createTestServer({ settings: { phoneNumber } })
  const backend = backendOf(server)
  const fields = { password: goodPassword, skip_user_requirement: true, skip_legal_checks: true }
  const created = await backend.post('/v1/users', { ...fields, email_address: ['ada@example.com'] })
  expect(created.status).toBe(200)
  expect(faultOf(await backend.post('/v1/users', fields))).toBe('422 form_param_missing email_address')
  expect(
    faultOf(await backend.post('/v1/users', { password: goodPassword, email_address: ['eve@example.com'] })),
  ).toBe('422 form_param_missing phone_number')
})
