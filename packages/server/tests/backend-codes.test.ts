import { backendVerification } from '@usher/protocol'
import { expect, test } from 'vitest'
import * as z from 'zod/mini'
import { backendOf } from './support/backend.ts'
import { faultOf } from './support/faults.ts'
import { signUp } from './support/people.ts'
import { createTestServer } from './support/test-server.ts'

const kinds = [
  { kind: 'email_address', folder: 'email_addresses', value: 'work@example.com', strategy: 'email_code' },
  { kind: 'phone_number', folder: 'phone_numbers', value: '+306945550123', strategy: 'phone_code' },
]

async function start({ kind, folder, value }: (typeof kinds)[number]) {
  const server = await createTestServer()
  const ada = await signUp(server)
  const backend = backendOf(server)
  const added = await backend.post(`/v1/${folder}`, { user_id: ada.userId, [kind]: value })
  const path = `/v1/${folder}/${added.body.id}`
  const prepare = async () =>
    z.parse(backendVerification, (await backend.post(`${path}/prepare_verification`)).body)
  const attempt = (verification_id: string, code: string) =>
    backend.post(`${path}/attempt_verification`, { verification_id, code })
  const isVerified = async () => (await backend.get(path)).body.verification.status === 'verified'
  return { server, ada, backend, path, prepare, attempt, isVerified }
}

test.each(kinds)('a backend asks for a code on screens of its own: $kind', async (given) => {
  const { server, prepare, attempt, isVerified } = await start(given)
  const { id, status, strategy } = await prepare()
  expect({ status, strategy }).toEqual({ status: 'unverified', strategy: given.strategy })
  const wrong = await attempt(id, '000000')
  expect([wrong.status, wrong.body.status, wrong.body.attempts]).toEqual([200, 'unverified', 1])
  expect(await isVerified()).toBe(false)
  const right = await attempt(id, server.inbox.code(given.value))
  expect([right.status, right.body.status]).toEqual([200, 'verified'])
  expect(await isVerified()).toBe(true)
  expect(faultOf(await attempt(id, server.inbox.code(given.value)))).toMatch(/ verification_already_verified/)
})

test.each(kinds)('S21: the sixth wrong code kills the code of a backend: $kind', async (given) => {
  const { server, prepare, attempt, isVerified } = await start(given)
  const { id } = await prepare()
  for (let tries = 0; tries < 5; tries++) await attempt(id, '000000')
  expect((await attempt(id, server.inbox.code(given.value))).body.status).toBe('failed')
  expect(await isVerified()).toBe(false)
})

test.each(kinds)('a code that comes too late verifies nothing: $kind', async (given) => {
  const { server, prepare, attempt, isVerified } = await start(given)
  const { id } = await prepare()
  server.clock.advance(600_000)
  expect((await attempt(id, server.inbox.code(given.value))).body.status).toBe('expired')
  expect(await isVerified()).toBe(false)
})

test('the code of a backend and the one that the user asked for do not stand in for one another', async () => {
  const [email] = kinds
  if (!email) throw new Error('no kind')
  const { server, ada, prepare, attempt, path } = await start(email)
  const { id } = await prepare()
  const own = server.inbox.code(email.value)
  const mine = path.replace('/v1/', '/v1/me/')
  expect(faultOf(await ada.browser.post(`${mine}/attempt_verification`, { code: own }))).toMatch(
    / verification_missing/,
  )
  server.clock.advance(60_000)
  await ada.browser.post(`${mine}/prepare_verification`, { strategy: 'email_code' })
  const theirs = server.inbox.code(email.value)
  expect((await attempt(id, theirs)).body.status).toBe('unverified')
  expect((await attempt(id, own)).body.status).toBe('verified')
})

test('what is wrong in a call is named', async () => {
  const [email] = kinds
  if (!email) throw new Error('no kind')
  const { backend, path, attempt, prepare } = await start(email)
  expect(faultOf(await attempt('ver_x', '123456'))).toMatch(/ verification_missing/)
  await prepare()
  expect(faultOf(await attempt('ver_x', '123456'))).toBe('404 resource_not_found verification_id')
  expect(faultOf(await backend.post(`${path}/attempt_verification`, { code: '1' }))).toBe(
    '422 form_param_missing verification_id',
  )
  expect((await backend.post('/v1/email_addresses/idn_x/prepare_verification')).status).toBe(404)
})
