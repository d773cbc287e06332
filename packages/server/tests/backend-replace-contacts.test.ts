import { expect, test } from 'vitest'
import { backendOf } from './support/backend.ts'
import { faultOf } from './support/faults.ts'
import { goodPassword, signInElsewhere, signUp } from './support/people.ts'
import { createTestServer } from './support/test-server.ts'

async function start() {
  const server = await createTestServer()
  const backend = backendOf(server)
  const created = await backend.post('/v1/users', {
    email_address: ['ada@example.com', 'work@example.com'],
    phone_number: ['+306945550123'],
    password: goodPassword,
  })
  const path = `/v1/users/${created.body.id}`
  const readAda = async () => (await backend.get(path)).body
  return { server, backend, path, readAda }
}

test('one address takes the place of all, and signs in at once', async () => {
  const { server, backend, path, readAda } = await start()
  const { status, body } = await backend.put(`${path}/email_address`, { email_address: 'new@example.com' })
  expect(status).toBe(200)
  expect(body).toMatchObject({ reserved: false, verification: { status: 'verified', strategy: 'admin' } })
  const ada = await readAda()
  expect(ada.email_addresses.map((row: { id: string }) => row.id)).toEqual([body.id])
  expect(ada.primary_email_address_id).toBe(body.id)
  expect(ada.phone_numbers).toHaveLength(1)
  await signInElsewhere(server, { address: 'new@example.com', password: goodPassword })
  const gone = { identifier: 'ada@example.com', password: goodPassword }
  expect(faultOf(await server.browser().post('/v1/client/sign_ins', gone))).toMatch(
    /form_identifier_not_found/,
  )
})

test('one number takes the place of all', async () => {
  const { backend, path, readAda } = await start()
  const { body } = await backend.put(`${path}/phone_number`, { phone_number: '+30 694 555 0199' })
  expect(body).toMatchObject({ phone_number: '+306945550199', verification: { status: 'verified' } })
  const ada = await readAda()
  expect(ada.primary_phone_number_id).toBe(body.id)
  expect(ada.phone_numbers).toHaveLength(1)
  expect(ada.email_addresses).toHaveLength(2)
})

test('a reserved address signs in and is nobody else’s; an unverified one is neither', async () => {
  const { server, backend, path, readAda } = await start()
  const put = (email_address: string, identification_status: string) =>
    backend.put(`${path}/email_address`, { email_address, identification_status })
  const reserved = (await put('new@example.com', 'reserved')).body
  expect(reserved).toMatchObject({ reserved: true, verification: { status: 'unverified' } })
  expect((await readAda()).primary_email_address_id).toBe(reserved.id)
  await signInElsewhere(server, { address: 'new@example.com', password: goodPassword })
  const other = await backend.post('/v1/users', {
    email_address: ['new@example.com'],
    password: goodPassword,
  })
  expect(faultOf(other)).toBe('422 form_identifier_exists email_address')
  const unverified = (await put('newer@example.com', 'unverified')).body
  expect(unverified).toMatchObject({ reserved: false, verification: { status: 'unverified' } })
  expect((await readAda()).primary_email_address_id).toBeNull()
  await signUp(server, { email_address: 'newer@example.com' })
})

test('an address of somebody else changes nothing', async () => {
  const { server, backend, path, readAda } = await start()
  await signUp(server, { email_address: 'eve@example.com' })
  const before = await readAda()
  const answer = await backend.put(`${path}/email_address`, { email_address: 'Eve@example.com' })
  expect(faultOf(answer)).toBe('422 form_identifier_exists email_address')
  expect(await readAda()).toEqual(before)
})

test('a user is created with reserved addresses and numbers beside verified ones', async () => {
  const { backend } = await start()
  const fields = {
    email_address: ['one@example.com', 'two@example.com'],
    email_address_identification_status: ['reserved', 'verified'],
    phone_number: ['+306945550177'],
    phone_number_identification_status: ['reserved'],
    password: goodPassword,
  }
  const { body } = await backend.post('/v1/users', fields)
  const reserved = (rows: { reserved: boolean }[]) => rows.map((row) => row.reserved)
  expect(reserved(body.email_addresses)).toEqual([true, false])
  expect(reserved(body.phone_numbers)).toEqual([true])
})

test('what is wrong in a call is named', async () => {
  const { backend, path } = await start()
  const put = (fields: object, to = path) => backend.put(`${to}/email_address`, fields)
  expect(faultOf(await put({}))).toBe('422 form_param_missing email_address')
  expect(faultOf(await put({ email_address: 'nobody' }))).toBe('422 form_param_format_invalid email_address')
  expect(faultOf(await put({ email_address: 'a@b.co', identification_status: 'sure' }))).toBe(
    '422 form_param_value_invalid identification_status',
  )
  expect((await put({ email_address: 'a@b.co' }, '/v1/users/user_x')).status).toBe(404)
  const statuses = {
    email_address: ['a@b.co'],
    email_address_identification_status: ['verified', 'reserved'],
  }
  expect(faultOf(await backend.post('/v1/users', { ...statuses, password: goodPassword }))).toBe(
    '422 form_param_value_invalid email_address_identification_status',
  )
})
