import type { UserFilter } from '@usher/protocol'
import { beforeAll, expect, test } from 'vitest'
import { createTestServer } from '../../tests/support/test-server.ts'
import type { Deps } from '../deps.ts'
import { createUser } from '../usecases/create-user.ts'
import { countUsers, searchUsers, type UserOrder } from './user-search-store.ts'

let deps: Deps
let names: Map<string, string>
const anything: UserFilter = {}
const newestFirst: UserOrder = { by: 'created_at', direction: 'desc' }

beforeAll(async () => {
  const server = await createTestServer()
  deps = server.deps
  names = new Map()
  for (const [name, fields] of [
    ['ada', { first_name: 'Ada', last_name: 'Lovelace', username: 'countess', external_id: 'x-1' }],
    ['bob', { first_name: 'Bob', last_name: '100%_sure' }],
    ['eve', { last_name: 'Émile', external_id: 'x-2' }],
  ] as const) {
    const { user } = await createUser(deps, {
      ...fields,
      email_address: [`${name}@example.com`],
      skip_password_requirement: true,
    })
    names.set(user.id, name)
    server.clock.advance(1000)
  }
})

const find = async (
  search: UserFilter,
  order = newestFirst,
  part: { limit?: number; offset?: number } = {},
) => {
  const page = { order, limit: 10, offset: 0, after: null, ...part }
  const ids = await searchUsers(deps.db, search, page)
  if (part.limit === undefined && part.offset === undefined)
    expect(await countUsers(deps.db, search)).toBe(ids.length)
  return ids.map((id) => names.get(id))
}

const idOf = (name: string) => [...names].find(([, known]) => known === name)?.[0] ?? ''

test('the newest come first, page after page', async () => {
  expect(await find(anything)).toEqual(['eve', 'bob', 'ada'])
  expect(await find(anything, newestFirst, { limit: 2 })).toEqual(['eve', 'bob'])
  expect(await find(anything, newestFirst, { limit: 2, offset: 2 })).toEqual(['ada'])
})

test('a cursor goes on where the page before ended, in both directions', async () => {
  const bob = await deps.db
    .selectFrom('users')
    .selectAll()
    .where('id', '=', idOf('bob'))
    .executeTakeFirstOrThrow()
  const page = { limit: 10, offset: 0, after: bob }
  const after = async (order: UserOrder) =>
    (await searchUsers(deps.db, anything, { ...page, order })).map((id) => names.get(id))
  expect(await after(newestFirst)).toEqual(['ada'])
  expect(await after({ by: 'created_at', direction: 'asc' })).toEqual(['eve'])
})

test('those without the value that sorts come last, whichever way it sorts', async () => {
  expect(await find(anything, { by: 'username', direction: 'asc' })).toEqual(['ada', 'eve', 'bob'])
  expect(await find(anything, { by: 'first_name', direction: 'desc' })).toEqual(['bob', 'ada', 'eve'])
  expect(await find(anything, { by: 'email_address', direction: 'desc' })).toEqual(['eve', 'bob', 'ada'])
})

test('a query finds parts of names, usernames, ids and addresses, whatever the case', async () => {
  for (const query of ['ada love', 'LOVELACE', 'countess', 'ada@EXAMPLE', 'X-1', idOf('ada').slice(5, 25)])
    expect(await find({ query })).toEqual(['ada'])
  expect(await find({ query: 'example.com' })).toEqual(['eve', 'bob', 'ada'])
  expect(await find({ query: 'nobody' })).toEqual([])
})

test('a letter beyond ASCII is found as it was written', async () => {
  expect(await find({ query: 'Émile' })).toEqual(['eve'])
  expect(await find({ name_query: 'Ém' })).toEqual(['eve'])
})

test('the signs that LIKE knows are ordinary letters in a query', async () => {
  expect(await find({ query: '100%_s' })).toEqual(['bob'])
  expect(await find({ query: '%' })).toEqual(['bob'])
  expect(await find({ query: 'a_a' })).toEqual([])
  expect(await find({ query: "'; drop table users; --" })).toEqual([])
  expect(await find({ query: '\\' })).toEqual([])
})

test('filters of one kind add up, filters of several kinds narrow down', async () => {
  expect(await find({ email_address: ['ada@example.com', 'eve@example.com'] })).toEqual(['eve', 'ada'])
  expect(await find({ email_address: ['ada@example.com'], username: ['someone'] })).toEqual([])
  expect(await find({ username: ['countess'], name_query: 'ada' })).toEqual(['ada'])
  expect(await find({ email_address_query: 'BOB' })).toEqual(['bob'])
  expect(await find({ username_query: 'ount' })).toEqual(['ada'])
})

test('a minus before an id or an external id leaves that one out, a plus takes it in', async () => {
  expect(await find({ user_id: [`-${idOf('ada')}`] })).toEqual(['eve', 'bob'])
  expect(await find({ user_id: [`+${idOf('ada')}`, idOf('bob')] })).toEqual(['bob', 'ada'])
  expect(await find({ external_id: ['-x-1'] })).toEqual(['eve', 'bob'])
  expect(await find({ external_id: [' x-1'] })).toEqual(['ada'])
})

test('a filter for what nobody has here finds nobody instead of everybody', async () => {
  expect(await find({ phone_number: ['+15555550100'] })).toEqual([])
  expect(await find({ organization_id: ['org_1'] })).toEqual([])
})

test('times bound the result', async () => {
  const ada = await deps.db
    .selectFrom('users')
    .selectAll()
    .where('id', '=', idOf('ada'))
    .executeTakeFirstOrThrow()
  expect(await find({ created_at_after: ada.created_at })).toEqual(['eve', 'bob'])
  expect(await find({ created_at_before: ada.created_at + 1 })).toEqual(['ada'])
  expect(await find({ last_active_at_since: 0 })).toEqual([])
  expect(await find({ banned: true })).toEqual([])
  expect(await find({ banned: false })).toEqual(['eve', 'bob', 'ada'])
})

test('an address that nobody verified finds nobody by itself, only through a query', async () => {
  await deps.db
    .insertInto('contacts')
    .values({
      id: 'idn_unverified',
      kind: 'email_address',
      user_id: idOf('eve'),
      value: 'boss@example.com',
      value_norm: 'boss@example.com',
      verified_at: null,
      verification_strategy: null,
      verified_at_client: null,
      claimed: 0,
      created_at: 1,
      updated_at: 1,
    })
    .execute()
  expect(await find({ email_address: ['boss@example.com'] })).toEqual([])
  expect(await find({ query: 'boss@' })).toEqual(['eve'])
})
