import { expect, test } from 'vitest'
import { backendOf } from './support/backend.ts'
import { faultOf } from './support/faults.ts'
import { createTestServer } from './support/test-server.ts'

const number = '+306945550123'
const second = '+442079460958'

async function start() {
  const server = await createTestServer()
  const backend = backendOf(server)
  const fields = {
    email_address: ['ada@example.com'],
    phone_number: [number],
    skip_password_requirement: true,
  }
  return { backend, user: (await backend.post('/v1/users', fields)).body }
}

test('a backend makes a user with a number, who is found by it', async () => {
  const { backend, user } = await start()
  expect(user.phone_numbers).toMatchObject([
    { phone_number: number, verification: { status: 'verified', strategy: 'admin' } },
  ])
  expect(user.primary_phone_number_id).toBe(user.phone_numbers[0].id)
  const idsOf = async (query: string) =>
    (await backend.get(`/v1/users?${query}`)).body.map(({ id }: { id: string }) => id)
  expect(await idsOf(`phone_number=${encodeURIComponent(number)}`)).toEqual([user.id])
  expect(await idsOf(`phone_number=${number}`)).toEqual([user.id])
  expect(await idsOf('phone_number=%2B15005550006')).toEqual([])
  expect(await idsOf('phone_number_query=694555')).toEqual([user.id])
  expect(await idsOf('email_address_query=694555')).toEqual([])
  expect(await idsOf('query=5550123')).toEqual([user.id])
  expect(await idsOf('order_by=phone_number')).toEqual([user.id])
})

test('a backend adds, verifies, makes primary and removes numbers', async () => {
  const { backend, user } = await start()
  const added = await backend.post('/v1/phone_numbers', { user_id: user.id, phone_number: second })
  expect(added.body).toMatchObject({ object: 'phone_number', phone_number: second })
  const path = `/v1/phone_numbers/${added.body.id}`
  expect(faultOf(await backend.patch(path, { primary: true }))).toBe('422 form_param_value_invalid primary')
  expect((await backend.patch(path, { verified: true, primary: true })).body.verification.status).toBe(
    'verified',
  )
  expect((await backend.get(path)).body.phone_number).toBe(second)
  expect((await backend.get(`/v1/users/${user.id}`)).body.primary_phone_number_id).toBe(added.body.id)
  const first = user.phone_numbers[0].id
  const changed = await backend.patch(`/v1/users/${user.id}`, { primary_phone_number_id: first })
  expect(changed.body.primary_phone_number_id).toBe(first)
  expect((await backend.delete(path)).body).toEqual({
    object: 'phone_number',
    id: added.body.id,
    deleted: true,
  })
  expect(faultOf(await backend.get(path))).toBe('404 resource_not_found')
  expect(faultOf(await backend.get(`/v1/phone_numbers/${user.primary_email_address_id}`))).toBe(
    '404 resource_not_found',
  )
})

test('what is wrong in a call is named', async () => {
  const { backend, user } = await start()
  const add = (fields: Record<string, unknown>) =>
    backend.post('/v1/phone_numbers', { user_id: user.id, phone_number: second, ...fields })
  expect(faultOf(await add({ phone_number: '12345' }))).toBe('422 form_param_format_invalid phone_number')
  expect(faultOf(await add({ phone_number: number }))).toBe('400 identification_exists phone_number')
  expect(faultOf(await add({ user_id: 'user_nobody' }))).toBe('404 resource_not_found')
  const twice = {
    email_address: ['x@example.com'],
    phone_number: [second, second],
    skip_password_requirement: true,
  }
  expect(faultOf(await backend.post('/v1/users', twice))).toBe('422 form_param_duplicate phone_number')
  const taken = { email_address: ['x@example.com'], phone_number: [number], skip_password_requirement: true }
  expect(faultOf(await backend.post('/v1/users', taken))).toBe('422 form_identifier_exists phone_number')
})
