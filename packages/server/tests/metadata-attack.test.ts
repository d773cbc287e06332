import { expect, test } from 'vitest'
import { createApp } from '../src/http/create-app.ts'
import type { TestServer } from '../src/testing/index.ts'
import { backendOf } from './support/backend.ts'
import { goodPassword, type Person } from './support/people.ts'
import { readAnswer } from './support/read-answer.ts'
import { createTestServer } from './support/test-server.ts'

const secret = 'canary-of-the-owner'
const planted = 'planted-by-the-attacker'
const loot = { plan: planted }
const json = JSON.stringify(loot)

/** Fields with which most routes succeed, so that what stands beside them would be written if anything did that. */
const good = {
  identifier: 'ada@example.com',
  email_address: 'mallory@example.com',
  phone_number: '+306945550124',
  strategy: 'email_code',
  code: '000000',
  password: goodPassword,
  new_password: 'one more good password',
  current_password: goodPassword,
  first_name: 'Ada',
  unsafe_metadata: '{"hobby":"poetry"}',
}

const names = [
  'public_metadata',
  'private_metadata',
  'publicMetadata',
  'privateMetadata',
  'PUBLIC_METADATA',
  'metadata',
]
const nestings = names.flatMap((name) => [
  `${name}[plan]`,
  `${name}.plan`,
  `user[${name}][plan]`,
  `__proto__[${name}][plan]`,
  `constructor[prototype][${name}][plan]`,
])

type Attack = { query?: string; type: string; body: string }

const form = (fields: Record<string, string>) => ({
  type: 'application/x-www-form-urlencoded',
  body: new URLSearchParams({ ...good, ...fields }).toString(),
})
const object = (fields: string) => ({
  type: 'application/json',
  body: `{${fields},${JSON.stringify({ ...good, unsafe_metadata: JSON.parse(good.unsafe_metadata) }).slice(1)}`,
})
const each = (keys: string[], value: string) => Object.fromEntries(keys.map((key) => [key, value]))
const members = names.map((name) => `"${name}":${json}`).join()

const attacks: Record<string, Attack> = {
  'a form': form(each(names, json)),
  'a form with brackets and dots': form(each(nestings, planted)),
  'a form with lists': form(
    each(
      names.map((name) => `${name}[]`),
      json,
    ),
  ),
  'a query': { ...form({}), query: new URLSearchParams(each([...names, ...nestings], json)).toString() },
  'a JSON object': object(members),
  'JSON objects within others': object(
    ['user', 'client', 'response', 'sign_up', 'session', 'data']
      .map((name) => `"${name}":{${members}}`)
      .join(),
  ),
  'a prototype': object(
    `"__proto__":{${members}},"constructor":{"prototype":{${members}}},"prototype":{${members}}`,
  ),
  'unsafe metadata': form({ unsafe_metadata: `{${members}}` }),
  'a prototype in unsafe metadata': form({
    unsafe_metadata: `{"__proto__":{${members}},"a":{"__proto__":${json}}}`,
  }),
}

const optional = { enabled: true, required: false, usedForFirstFactor: true, verifyAtSignUp: false }

test.each(Object.entries(attacks))(
  'S61: %s writes no public and no private metadata, on any route of the Frontend API',
  async (_, attack) => {
    const server = await createTestServer({
      settings: {
        singleSessionMode: false,
        deleteSelf: true,
        password: { enabled: true, required: false, minLength: 8 },
        phoneNumber: optional,
        emailAddress: optional,
      },
    })
    const person = await owner(server)
    const before = await metadataOf(server)
    const statuses = new Map<string, number>()
    for (const [method, path] of await routesOf(server, person)) {
      const answer = await send(person, method, path, attack)
      const text = `${JSON.stringify([...answer.headers])} ${await readAnswer(answer)}`
      expect(answer.status, `${method} ${path}`).toBeLessThan(500)
      expect(text, `${method} ${path}`).not.toContain(secret)
      for (const token of text.match(/eyJ[\w-]+\.[\w-]+\.[\w-]+/g) ?? [])
        expect(claimsIn(token), `${method} ${path}`).not.toMatch(new RegExp(`${secret}|${planted}`))
      statuses.set(`${method} ${path}`, answer.status)
      if (path !== '/v1/me' || method !== 'DELETE') expectUntouched(before, await metadataOf(server))
    }
    expect(({} as Record<string, unknown>).plan).toBeUndefined()
    expect(({} as Record<string, unknown>).public_metadata).toBeUndefined()
    // An attack that is refused everywhere would prove nothing.
    if (!attack.body.includes('unsafe_metadata=%7B%22__proto__'))
      expect([...statuses.values()].filter((status) => status === 200).length).toBeGreaterThan(15)
  },
)

/** Somebody whose metadata is the application's own. */
async function owner(server: TestServer): Promise<Person> {
  const browser = server.browser()
  const { body } = await browser.post('/v1/client/sign_ups', {
    email_address: 'ada@example.com',
    password: goodPassword,
  })
  const { created_user_id: userId, created_session_id: sessionId } = body.response
  const metadata = { public_metadata: { plan: 'free' }, private_metadata: { note: secret } }
  await backendOf(server).put(`/v1/users/${userId}/metadata`, metadata)
  const addressId = body.client.sessions[0].user.primary_email_address_id
  return { browser, userId, sessionId, addressId, address: 'ada@example.com', password: goodPassword }
}

/** Every route that the app itself knows, with ids of the person in it; what ends the account or the browser comes last. */
async function routesOf(server: TestServer, { browser, sessionId, addressId }: Person) {
  const signIn = await browser.post('/v1/client/sign_ins', { identifier: 'ada@example.com' })
  const signUpBegun = await browser.post('/v1/client/sign_ups', { first_name: 'Eve' })
  const phone = await browser.post('/v1/me/phone_numbers', { phone_number: '+306945550123' })
  const ids: Record<string, string> = {
    sign_ins: signIn.body.response?.id,
    sign_ups: signUpBegun.body.response?.id,
    sessions: sessionId,
    email_addresses: addressId,
    phone_numbers: phone.body.response?.id,
  }
  const paths = createApp(server.deps)
    .frontend.routes.filter(({ method }) => method !== 'ALL')
    .map(({ method, path }): [string, string] => [
      method,
      path.replaceAll(/([^/]+)\/:\w+/g, (_, folder: string) => `${folder}/${ids[folder] ?? 'idn_of_nobody'}`),
    ])
  expect(paths.length).toBeGreaterThan(40)
  const isLast = ([method, path]: [string, string]) => method === 'DELETE' || /\/(end|remove)$/.test(path)
  return [...paths.filter((route) => !isLast(route)), ...paths.filter(isLast)]
}

function send({ browser }: Person, method: string, path: string, { query, type, body }: Attack) {
  const isRead = method === 'GET'
  const search = [query, isRead || method === 'POST' ? undefined : `_method=${method}`].filter(Boolean)
  return browser.fetch(`${path}${search.length > 0 ? `?${search.join('&')}` : ''}`, {
    method: isRead ? 'GET' : 'POST',
    ...(isRead ? {} : { body, headers: { 'content-type': type } }),
  })
}

type Metadata = Map<string, string>

async function metadataOf({ deps }: TestServer): Promise<Metadata> {
  const rows = await deps.db
    .selectFrom('users')
    .select(['id', 'public_metadata', 'private_metadata'])
    .execute()
  return new Map(rows.map((row) => [row.id, `${row.public_metadata} ${row.private_metadata}`]))
}

function expectUntouched(before: Metadata, after: Metadata): void {
  for (const [id, metadata] of after) expect(metadata).toBe(before.get(id) ?? '{} {}')
}

const claimsIn = (token: string) =>
  atob((token.split('.')[1] ?? '').replaceAll('-', '+').replaceAll('_', '/'))
