import { beforeEach, expect, test } from 'vitest'
import type { TestServer } from '../src/testing/index.ts'
import { type Backend, backendOf } from './support/backend.ts'
import { faultOf } from './support/faults.ts'
import { accept, mailedTicket, signUpPage, signUps } from './support/invitations.ts'
import { goodPassword, signUp } from './support/people.ts'
import { createTestServer } from './support/test-server.ts'

const day = 86_400_000
const address = 'ada@example.com'

let server: TestServer
let backend: Backend
beforeEach(async () => {
  server = await createTestServer({ settings: { signUpUrl: signUpPage } })
  backend = backendOf(server)
})

const invite = async (fields = {}) =>
  (await backend.post('/v1/invitations', { email_address: address, ...fields })).body
const rows = () => server.deps.db.selectFrom('invitations').selectAll().execute()

test('a backend invites nobody twice or who has an account, unless it says so', async () => {
  const created = await backend.post('/v1/invitations', { email_address: address })
  expect(faultOf(await backend.post('/v1/invitations', { email_address: 'ADA@example.com' }))).toBe(
    '422 duplicate_record email_address',
  )
  expect((await invite({ ignore_existing: true })).status).toBe('pending')
  await backend.post(`/v1/invitations/${created.body.id}/revoke`)
  expect(faultOf(await backend.post('/v1/invitations', { email_address: address }))).toBe(
    '422 duplicate_record email_address',
  )
  await signUp(server, { email_address: 'eve@example.com' })
  expect(faultOf(await backend.post('/v1/invitations', { email_address: 'eve@example.com' }))).toBe(
    '422 form_identifier_exists email_address',
  )
  expect((await invite({ email_address: 'eve@example.com', ignore_existing: true })).status).toBe('pending')
})

test('a backend invites once, however often it asks at once; and again when the first has ended', async () => {
  const ask = () => backend.post('/v1/invitations', { email_address: address, expires_in_days: 1 })
  const answers = await Promise.all(Array.from({ length: 8 }, ask))
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  server.clock.advance(day)
  expect((await ask()).status).toBe(200)
})

test('a backend invites many, all or none', async () => {
  const bulk = (...list: object[]) => backend.post('/v1/invitations/bulk', list)
  const both = await bulk({ email_address: 'a@example.com' }, { email_address: 'b@example.com' })
  expect(both.body.map((one: { email_address: string }) => one.email_address)).toEqual([
    'a@example.com',
    'b@example.com',
  ])
  const mails = server.inbox.list().length
  const again = await bulk({ email_address: 'c@example.com' }, { email_address: 'a@example.com' })
  expect(faultOf(again)).toBe('422 duplicate_record email_address')
  expect(again.body.errors[0].meta.email_addresses).toEqual(['a@example.com'])
  expect(faultOf(await bulk({ email_address: 'c@example.com' }, { email_address: 'c@example.com' }))).toBe(
    '422 duplicate_record email_address',
  )
  expect(await rows()).toHaveLength(2)
  expect(server.inbox.list()).toHaveLength(mails)
  for (const body of [[], {}, [1], '[', Array(11).fill({ email_address: address })])
    expect(faultOf(await backend.post('/v1/invitations/bulk', body))).toBe('400 malformed_request_parameters')
})

test('a backend may send the link itself', async () => {
  const { url } = await invite({ notify: false })
  expect(server.inbox.list()).toEqual([])
  const ticket = new URL(url).searchParams.get('ticket') ?? ''
  expect((await accept(server.browser(), ticket)).body.response.status).toBe('complete')
})

test('a backend hears that a mail could not be sent, and nobody is invited', async () => {
  server.inbox.failNext()
  const answer = await backend.post('/v1/invitations', { email_address: address })
  expect(faultOf(answer)).toBe('503 mail_delivery_failed')
  expect(answer.body.errors[0].meta.email_addresses).toEqual([address])
  expect(await rows()).toEqual([])
})

test('a backend lists invitations by status, by part of an address and page by page', async () => {
  for (const [index, name] of ['c', 'a', 'b'].entries())
    await invite({ email_address: `${name}@example.com`, expires_in_days: index + 1 })
  const names = async (query: string) => {
    const { body } = await backend.get(`/v1/invitations?${query}`)
    return (body.data ?? body).map((one: { email_address: string }) => one.email_address[0]).join('')
  }
  expect(await names('order_by=email_address')).toBe('abc')
  expect(await names('order_by=-expires_at')).toBe('bac')
  expect(await names('order_by=-expires_at&limit=1&offset=1')).toBe('a')
  expect(await names('query=B@EXAMPLE')).toBe('b')
  expect(await names('query=%25')).toBe('')
  const page = await backend.get('/v1/invitations?paginated=true&limit=2&order_by=email_address')
  expect(page.body).toMatchObject({ data: [{}, {}], total_count: 3 })
  await backend.post(`/v1/invitations/${page.body.data[0].id}/revoke`)
  server.clock.advance(day)
  expect(await names('status=expired')).toBe('c')
  expect(await names('status=pending')).toBe('b')
  expect(await names('status=revoked')).toBe('a')
  expect(await names('order_by=email_address')).toBe('bc')
  for (const [query, name] of [
    ['status=open', 'status'],
    ['limit=0', 'limit'],
    ['limit=501', 'limit'],
    ['offset=-1', 'offset'],
    ['order_by=id', 'order_by'],
    ['query=a&query=b', 'query'],
  ])
    expect(faultOf(await backend.get(`/v1/invitations?${query}`))).toMatch(
      new RegExp(`^422 form_param_.* ${name}$`),
    )
})

test('a backend deletes an invitation, and its ticket is worth nothing', async () => {
  const { id } = await invite()
  const begun = server.browser()
  const ticket = mailedTicket(server, address)
  const { response } = (await begun.post(signUps, { strategy: 'ticket', ticket })).body
  expect((await backend.delete(`/v1/invitations/${id}`)).body).toMatchObject({ id, deleted: true })
  expect(faultOf(await accept(server.browser(), ticket))).toBe('400 ticket_invalid_code ticket')
  expect(faultOf(await begun.patch(`${signUps}/${response.id}`, { password: goodPassword }))).toBe(
    '400 ticket_invalid_code ticket',
  )
  for (const [method, path] of [
    ['delete', `/v1/invitations/${id}`],
    ['post', '/v1/invitations/inv_none/revoke'],
  ] as const)
    expect(faultOf(await backend[method](path))).toBe('404 resource_not_found')
})

test('S29: a backend sends people to pages of the application only', async () => {
  for (const redirect_url of ['https://evil.example/', '//evil.example', 'javascript:alert(1)'])
    expect(faultOf(await backend.post('/v1/invitations', { email_address: address, redirect_url }))).toMatch(
      /^422 form_param_.* redirect_url$/,
    )
})

test.each([
  ['form_param_missing email_address', { email_address: undefined }],
  ['form_param_format_invalid email_address', { email_address: 7 }],
  ['form_param_format_invalid email_address', { email_address: 'ada' }],
  ['form_param_max_length_exceeded email_address', { email_address: `${'x'.repeat(250)}@e.com` }],
  ['form_param_format_invalid email_address', { email_address: 'a\0@example.com' }],
  ['form_param_value_invalid expires_in_days', { expires_in_days: 0 }],
  ['form_param_value_invalid expires_in_days', { expires_in_days: 366 }],
  ['form_param_format_invalid expires_in_days', { expires_in_days: '5' }],
  ['form_param_value_invalid notify', { notify: 'maybe' }],
  ['form_param_value_invalid ignore_existing', { ignore_existing: 1 }],
  ['form_param_format_invalid public_metadata', { public_metadata: [] }],
  ['form_param_exceeds_allowed_size public_metadata', { public_metadata: { a: 'x'.repeat(9000) } }],
  ['form_param_value_invalid template_slug', { template_slug: 'birthday' }],
  ['form_param_format_invalid redirect_url', { redirect_url: 7 }],
])('a backend hears of %s, and nothing is written', async (fault, fields) => {
  const given = { email_address: address, ...fields }
  expect(faultOf(await backend.post('/v1/invitations', given))).toBe(`422 ${fault}`)
  expect(faultOf(await backend.post('/v1/invitations/bulk', [given]))).toBe(`422 ${fault}`)
  expect(await rows()).toEqual([])
})

test('without a page to sign up on nobody is invited into nowhere', async () => {
  server = await createTestServer()
  backend = backendOf(server)
  expect(faultOf(await backend.post('/v1/invitations', { email_address: address }))).toBe(
    '422 form_param_missing redirect_url',
  )
})
