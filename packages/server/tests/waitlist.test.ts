import { beforeEach, expect, test } from 'vitest'
import type { TestServer } from '../src/testing/index.ts'
import { type Backend, backendOf } from './support/backend.ts'
import { faultOf } from './support/faults.ts'
import { accept, mailedTicket, signUpPage } from './support/invitations.ts'
import { goodPassword } from './support/people.ts'
import { createTestServer } from './support/test-server.ts'

const address = 'ada@example.com'
const path = '/v1/waitlist_entries'

let server: TestServer
let backend: Backend
beforeEach(async () => {
  server = await createTestServer({ settings: { signUpMode: 'waitlist', signUpUrl: signUpPage } })
  backend = backendOf(server)
})

const join = (email_address: unknown, browser = server.browser()) =>
  browser.post('/v1/waitlist', { email_address })
const entries = async (query = '') => (await backend.get(`${path}?${query}`)).body

test('somebody joins the waitlist, is invited, and has an account', async () => {
  const { status, body } = await join(address)
  expect(status).toBe(200)
  expect(body).toEqual({ object: 'waitlist_entry', id: expect.stringMatching(/^wle_/) })
  expect(server.inbox.latest(address)?.subject).toBe('You are on the waitlist of Acme')
  const { id } = body
  const invited = await backend.post(`${path}/${id}/invite`)
  expect(invited.body).toMatchObject({
    object: 'waitlist_entry',
    id,
    status: 'invited',
    invitation: { object: 'invitation', status: 'pending', email_address: address },
  })
  expect(server.inbox.latest(address)?.subject).toBe('Your place in Acme is free')
  const done = await accept(server.browser(), mailedTicket(server, address))
  expect(done.body.response.status).toBe('complete')
  expect((await entries()).data).toMatchObject([
    { id, status: 'completed', invitation: { status: 'accepted' } },
  ])
})

test('an address waits once, however often and at once it is given', async () => {
  const answers = await Promise.all(Array.from({ length: 6 }, () => join(' ADA@example.com')))
  expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1)
  expect(server.inbox.list()).toHaveLength(1)
  expect((await entries()).total_count).toBe(1)
})

test('S15: joining says nothing of who has an account', async () => {
  await backend.post('/v1/users', { email_address: address, password: goodPassword })
  for (const one of [address, 'eve@example.com'])
    expect((await join(one)).body).toEqual({
      object: 'waitlist_entry',
      id: expect.stringMatching(/^wle_/),
    })
  expect(server.inbox.list()).toHaveLength(2)
})

test('what is no address is refused, and so is everything where there is no waitlist', async () => {
  for (const [wrong, fault] of [
    [undefined, 'form_param_missing'],
    ['ada', 'form_param_format_invalid'],
    ['x'.repeat(255), 'form_param_max_length_exceeded'],
  ])
    expect(faultOf(await join(wrong))).toBe(`422 ${fault} email_address`)
  expect((await entries()).data).toEqual([])
  server = await createTestServer({ settings: { signUpMode: 'restricted' } })
  expect(faultOf(await join(address))).toBe('403 feature_not_enabled')
})

test('S46: nobody joins many addresses', async () => {
  server = await createTestServer({ limits: true, settings: { signUpMode: 'waitlist' } })
  const browser = server.browser()
  for (let index = 0; index < 5; index++) await join(`a${index}@example.com`, browser)
  expect((await join('last@example.com', browser)).status).toBe(429)
})

test('a backend adds one or many, all or none, and sends no mail when it says so', async () => {
  const one = await backend.post(path, { email_address: address, notify: false })
  expect(one.body).toMatchObject({ email_address: address, status: 'pending', invitation: null })
  const many = await backend.post(`${path}/bulk`, [
    { email_address: address },
    { email_address: 'eve@example.com', notify: false },
  ])
  expect(many.body.map(({ id }: { id: string }) => id)[0]).toBe(one.body.id)
  expect(server.inbox.list()).toEqual([])
  const wrong = [{ email_address: 'new@example.com' }, { email_address: 'none' }]
  expect(faultOf(await backend.post(`${path}/bulk`, wrong))).toBe(
    '422 form_param_format_invalid email_address',
  )
  expect(faultOf(await backend.post(`${path}/bulk`, []))).toBe('400 malformed_request_parameters')
  expect((await entries()).total_count).toBe(2)
})

test('a backend turns somebody away, and an invitation that went out is worth nothing', async () => {
  const { id } = (await backend.post(path, { email_address: address })).body
  await backend.post(`${path}/${id}/invite`)
  const ticket = mailedTicket(server, address)
  const rejected = await backend.post(`${path}/${id}/reject`)
  expect(rejected.body).toMatchObject({ status: 'rejected', invitation: { status: 'revoked' } })
  expect(faultOf(await accept(server.browser(), ticket))).toBe('400 invitation_revoked_code ticket')
  for (const call of [backend.post(`${path}/${id}/reject`), backend.delete(`${path}/${id}`)])
    expect(faultOf(await call)).toBe('409 waitlist_entry_cannot_be_changed_code')
  expect((await backend.post(`${path}/${id}/invite`)).body.status).toBe('invited')
  expect(faultOf(await backend.post(`${path}/${id}/invite`))).toBe('422 duplicate_record email_address')
  expect((await backend.post(`${path}/${id}/invite`, { ignore_existing: true })).status).toBe(200)
})

test('a backend reads the waitlist by state and by part of an address, and forgets who waits', async () => {
  for (const name of ['c', 'a', 'b']) await backend.post(path, { email_address: `${name}@example.com` })
  const names = async (query: string) =>
    (await entries(query)).data.map((one: { email_address: string }) => one.email_address[0]).join('')
  expect(await names('order_by=email_address')).toBe('abc')
  expect(await names('order_by=-email_address&limit=1&offset=1')).toBe('b')
  expect(await names('query=B@EXAMPLE')).toBe('b')
  const [{ id }] = (await entries('query=b@')).data
  await backend.post(`${path}/${id}/invite`)
  expect(await names('status=invited')).toBe('b')
  const [waiting] = (await entries('query=a@')).data
  expect((await backend.delete(`${path}/${waiting.id}`)).body).toMatchObject({ deleted: true })
  expect(await names('order_by=email_address')).toBe('bc')
})
