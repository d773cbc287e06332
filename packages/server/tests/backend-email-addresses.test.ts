import { emailAddress } from '@usher/protocol'
import { expect, test } from 'vitest'
import * as z from 'zod/mini'
import { backendOf } from './support/backend.ts'
import { faultOf } from './support/faults.ts'
import { goodPassword, signInElsewhere, signUp } from './support/people.ts'
import { createTestServer } from './support/test-server.ts'

async function start() {
  const server = await createTestServer()
  const backend = backendOf(server)
  const ada = (
    await backend.post('/v1/users', { email_address: ['ada@example.com'], password: goodPassword })
  ).body
  const add = (fields: Record<string, unknown>) =>
    backend.post('/v1/email_addresses', { user_id: ada.id, ...fields })
  const readAda = async () => (await backend.get(`/v1/users/${ada.id}`)).body
  return { server, backend, ada, add, readAda }
}

test('a backend adds an address that it vouches for, and the user signs in with it', async () => {
  const { server, backend, ada, add, readAda } = await start()
  const { status, body } = await add({ email_address: ' Work@Example.com ', verified: true })
  expect(status).toBe(200)
  expect(z.parse(emailAddress, body)).toMatchObject({
    email_address: 'Work@Example.com',
    verification: { status: 'verified', strategy: 'admin' },
  })
  expect((await backend.get(`/v1/email_addresses/${body.id}`)).body).toEqual(body)
  expect((await readAda()).primary_email_address_id).toBe(ada.primary_email_address_id)
  await expect(
    signInElsewhere(server, { address: 'work@example.com', password: goodPassword }),
  ).resolves.toBeDefined()
})

test('an address that nobody vouches for is unverified, and never the primary one', async () => {
  const { add, readAda, ada } = await start()
  const { body } = await add({ email_address: 'work@example.com' })
  expect(body.verification.status).toBe('unverified')
  expect(faultOf(await add({ email_address: 'next@example.com', primary: true }))).toBe(
    '422 form_param_value_invalid primary',
  )
  const user = await readAda()
  expect(user.primary_email_address_id).toBe(ada.primary_email_address_id)
  expect(user.email_addresses).toHaveLength(2)
})

test('a backend verifies an address, makes it the primary one, and removes the other', async () => {
  const { backend, ada, add, readAda } = await start()
  const { id } = (await add({ email_address: 'work@example.com' })).body
  const path = `/v1/email_addresses/${id}`
  expect(faultOf(await backend.patch(path, { primary: true }))).toBe('422 form_param_value_invalid primary')
  const verified = (await backend.patch(path, { verified: true, primary: true })).body
  expect(verified.verification).toMatchObject({ status: 'verified', strategy: 'admin' })
  expect((await readAda()).primary_email_address_id).toBe(id)
  expect(faultOf(await backend.patch(path, { verified: false }))).toBe(
    '422 form_param_value_invalid verified',
  )
  expect((await backend.patch(path, {})).body.id).toBe(id)
  const removed = await backend.delete(`/v1/email_addresses/${ada.primary_email_address_id}`)
  expect(removed.body).toMatchObject({ object: 'email_address', deleted: true })
  expect((await readAda()).email_addresses.map((row: { id: string }) => row.id)).toEqual([id])
})

test('S39: the last address that signs in stays, for a backend too', async () => {
  const { backend, ada, readAda } = await start()
  const answer = await backend.delete(`/v1/email_addresses/${ada.primary_email_address_id}`)
  expect(faultOf(answer)).toMatch(/^4\d\d identification_deletion_failed/)
  expect((await readAda()).email_addresses).toHaveLength(1)
})

test('an address has one owner: whoever vouches second is refused, and nothing is half written', async () => {
  const { server, backend, add, readAda } = await start()
  await signUp(server, { email_address: 'eve@example.com' })
  expect(faultOf(await add({ email_address: 'EVE@example.com', verified: true }))).toBe(
    '422 form_identifier_exists email_address',
  )
  expect(faultOf(await add({ email_address: 'ada@example.com' }))).toMatch(
    / identification_exists email_address$/,
  )
  const { id } = (await add({ email_address: 'bob@example.com' })).body
  await signUp(server, { email_address: 'bob@example.com' })
  expect((await backend.get(`/v1/email_addresses/${id}`)).status).toBe(404)
  expect((await readAda()).email_addresses).toHaveLength(1)
})

test('of two calls that vouch for one address at once exactly one wins', async () => {
  const { backend, add } = await start()
  const eve = (
    await backend.post('/v1/users', { email_address: ['eve@example.com'], password: goodPassword })
  ).body
  const answers = await Promise.all([
    add({ email_address: 'both@example.com', verified: true }),
    backend.post('/v1/email_addresses', {
      user_id: eve.id,
      email_address: 'both@example.com',
      verified: true,
    }),
  ])
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 422])
})

test('what is wrong in a call is named', async () => {
  const { backend, add } = await start()
  expect(faultOf(await add({ email_address: 'nonsense' }))).toBe(
    '422 form_param_format_invalid email_address',
  )
  expect(faultOf(await add({}))).toMatch(/^422 \S+ email_address$/)
  expect(faultOf(await add({ email_address: `${'a'.repeat(300)}@example.com` }))).toMatch(
    /^422 \S+ email_address$/,
  )
  expect(faultOf(await add({ user_id: 'user_nobody', email_address: 'x@example.com' }))).toMatch(/^404 /)
  expect((await backend.get('/v1/email_addresses/idn_nobody')).status).toBe(404)
  expect((await backend.patch('/v1/email_addresses/idn_nobody', { verified: true })).status).toBe(404)
  expect((await backend.delete('/v1/email_addresses/idn_nobody')).status).toBe(404)
  expect((await backend.put('/v1/email_addresses/idn_nobody', {})).status).toBe(405)
})
