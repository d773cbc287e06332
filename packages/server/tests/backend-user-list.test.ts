import { expect, test } from 'vitest'
import type { TestServer } from '../src/testing/index.ts'
import { backendOf } from './support/backend.ts'
import { faultOf } from './support/faults.ts'
import { goodPassword } from './support/people.ts'
import { createTestServer } from './support/test-server.ts'

const people = [
  { name: ['Ada', 'Lovelace'], address: 'ada@example.com', external_id: 'crm-1' },
  { name: ['Grace', 'Hopper'], address: 'grace@example.org', external_id: 'crm-2' },
  { name: ['Émilie', 'du Châtelet'], address: 'emilie@example.com', external_id: 'crm-3' },
  { name: ['100%', 'Under_score'], address: 'odd@example.org', external_id: 'crm-4' },
] as const

/** Four users, made one second after the other; returns their ids by first name. */
async function populate(server: TestServer): Promise<Record<string, string>> {
  const ids: Record<string, string> = {}
  for (const { name, address, external_id } of people) {
    server.clock.advance(1000)
    const [first_name, last_name] = name
    const fields = { first_name, last_name, email_address: [address], external_id, password: goodPassword }
    ids[first_name] = (await backendOf(server).post('/v1/users', fields)).body.id
  }
  return ids
}

async function listOf(server: TestServer, query: string): Promise<string[]> {
  const { status, body } = await backendOf(server).get(`/v1/users?${query}`)
  if (status !== 200) throw new Error(JSON.stringify(body))
  return body.map((user: { first_name: string }) => user.first_name)
}

const countOf = async (server: TestServer, query: string): Promise<number> =>
  (await backendOf(server).get(`/v1/users/count?${query}`)).body.total_count

test('users are listed page by page, the newest first, as a bare array', async () => {
  const server = await createTestServer()
  await populate(server)
  const { body, headers } = await backendOf(server).get('/v1/users')
  expect(headers.get('content-type')).toBe('application/json')
  expect(Array.isArray(body)).toBe(true)
  expect(await listOf(server, '')).toEqual(['100%', 'Émilie', 'Grace', 'Ada'])
  expect(await listOf(server, 'limit=2')).toEqual(['100%', 'Émilie'])
  expect(await listOf(server, 'limit=2&offset=2')).toEqual(['Grace', 'Ada'])
  expect(await listOf(server, 'offset=4')).toEqual([])
  expect((await backendOf(server).get('/v1/users/count')).body).toEqual({
    object: 'total_count',
    total_count: 4,
  })
})

test('the order can be chosen, up or down', async () => {
  const server = await createTestServer()
  await populate(server)
  const orders: [string, string[]][] = [
    ['created_at', ['Ada', 'Grace', 'Émilie', '100%']],
    ['%2Bcreated_at', ['Ada', 'Grace', 'Émilie', '100%']],
    ['+created_at', ['Ada', 'Grace', 'Émilie', '100%']],
    ['-created_at', ['100%', 'Émilie', 'Grace', 'Ada']],
    ['-updated_at', ['100%', 'Émilie', 'Grace', 'Ada']],
    ['email_address', ['Ada', 'Émilie', 'Grace', '100%']],
    ['-email_address', ['100%', 'Grace', 'Émilie', 'Ada']],
  ]
  for (const [order, names] of orders) expect(await listOf(server, `order_by=${order}`)).toEqual(names)
  for (const by of ['first_name', '-last_name', 'username', '-last_sign_in_at', 'last_active_at'])
    expect(await listOf(server, `order_by=${by}`)).toHaveLength(4)
})

test('users who never signed in come last, whatever the direction', async () => {
  const server = await createTestServer()
  await populate(server)
  const signIn = { identifier: 'grace@example.org', password: goodPassword }
  await server.browser().post('/v1/client/sign_ins', signIn)
  expect((await listOf(server, 'order_by=-last_sign_in_at'))[0]).toBe('Grace')
  expect((await listOf(server, 'order_by=last_sign_in_at'))[0]).toBe('Grace')
})

test('filters find by address, id and external id, one or several', async () => {
  const server = await createTestServer()
  const ids = await populate(server)
  expect(await listOf(server, 'email_address=ADA@example.com')).toEqual(['Ada'])
  expect(await listOf(server, 'email_address=ada@example.com&email_address=odd@example.org')).toEqual([
    '100%',
    'Ada',
  ])
  expect(await listOf(server, 'email_address=nobody@example.com')).toEqual([])
  expect(await listOf(server, 'email_address=no-address')).toEqual([])
  expect(await listOf(server, `user_id=${ids.Grace}`)).toEqual(['Grace'])
  expect(await listOf(server, `user_id=${ids.Grace}&user_id=${ids.Ada}`)).toEqual(['Grace', 'Ada'])
  expect(await listOf(server, 'external_id=crm-2&external_id=crm-9')).toEqual(['Grace'])
  expect(await countOf(server, 'external_id=crm-2&external_id=crm-3')).toBe(2)
})

test('a query finds parts of names, addresses and ids, and takes wildcards as they are', async () => {
  const server = await createTestServer()
  const ids = await populate(server)
  expect(await listOf(server, 'query=LOVE')).toEqual(['Ada'])
  expect(await listOf(server, 'query=ada%20love')).toEqual(['Ada'])
  expect(await listOf(server, 'query=example.org')).toEqual(['100%', 'Grace'])
  expect(await listOf(server, `query=${ids.Grace}`)).toEqual(['Grace'])
  expect(await listOf(server, 'query=crm-2')).toEqual(['Grace'])
  expect(await listOf(server, 'query=%25')).toEqual(['100%'])
  expect(await listOf(server, 'query=r_score')).toEqual(['100%'])
  expect(await listOf(server, 'query=%5C')).toEqual([])
  expect(await listOf(server, 'query=')).toHaveLength(4)
  expect(await countOf(server, 'query=example.org')).toBe(2)
})

test('a query finds letters beyond ASCII whichever case they have', async () => {
  const server = await createTestServer()
  await populate(server)
  expect(await listOf(server, `query=${encodeURIComponent('Émilie')}`)).toEqual(['Émilie'])
  expect(await listOf(server, `query=${encodeURIComponent('châtelet')}`)).toEqual(['Émilie'])
})

test('times bound the list', async () => {
  const server = await createTestServer()
  await populate(server)
  const third = server.clock.now() - 1000
  expect(await listOf(server, `created_at_after=${third}`)).toEqual(['100%'])
  expect(await listOf(server, `created_at_before=${third}`)).toEqual(['Grace', 'Ada'])
  expect(await countOf(server, `last_active_at_since=${third}`)).toBe(0)
})

test('what no user here can have finds nobody', async () => {
  const server = await createTestServer()
  await populate(server)
  for (const query of ['phone_number=%2B15550100', 'web3_wallet=0x0', 'organization_id=org_1'])
    expect(await listOf(server, query)).toEqual([])
})

test('a wrong query is named', async () => {
  const server = await createTestServer()
  const refused: [string, string][] = [
    ['limit=0', 'limit'],
    ['limit=501', 'limit'],
    ['limit=ten', 'limit'],
    ['limit=1.5', 'limit'],
    ['limit=1&limit=2', 'limit'],
    ['offset=-1', 'offset'],
    ['offset=9999999999999999', 'offset'],
    ['order_by=password_digest', 'order_by'],
    ['order_by=created_at;drop%20table%20users', 'order_by'],
    ['order_by=__proto__', 'order_by'],
    ['created_at_after=yesterday', 'created_at_after'],
    [`query=${'x'.repeat(257)}`, 'query'],
    ['query=a%00b', 'query'],
  ]
  for (const [query, field] of refused)
    expect(faultOf(await backendOf(server).get(`/v1/users?${query}`))).toMatch(
      new RegExp(`^422 form_param_\\w+ ${field}$`),
    )
})
