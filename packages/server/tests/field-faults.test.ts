import { beforeAll, describe, expect, test } from 'vitest'
import { createTestAuthenticator, type TestBrowser, type TestServer } from '../src/testing/index.ts'
import { faultOf } from './support/faults.ts'
import { addPasskey, passkey } from './support/passkeys.ts'
import { type Person, signUp } from './support/people.ts'
import { createTestServer } from './support/test-server.ts'

let server: TestServer
let ada: Person
let grace: Person
let paths: Record<string, string>

const on = { enabled: true, required: false, usedForFirstFactor: true, verifyAtSignUp: true }

beforeAll(async () => {
  const settings = { singleSessionMode: false, phoneNumber: on, username: on, deleteSelf: true, passkey }
  server = await createTestServer({ settings })
  ada = await signUp(server)
  grace = await signUp(server, { email_address: 'grace@example.com' })
  const { browser } = ada
  const signIn = await browser.post('/v1/client/sign_ins', { identifier: grace.address })
  const begun = await browser.post('/v1/client/sign_ups', { email_address: 'eve@example.com' })
  const address = await browser.post('/v1/me/email_addresses', { email_address: 'new@example.com' })
  const number = await browser.post('/v1/me/phone_numbers', { phone_number: '+306945550123' })
  server.clock.advance(1)
  await browser.post(`/v1/client/sessions/${ada.sessionId}/verify`, { level: 'first_factor' })
  paths = {
    signIn: `/v1/client/sign_ins/${signIn.body.response.id}`,
    signUp: `/v1/client/sign_ups/${begun.body.response.id}`,
    address: `/v1/me/email_addresses/${address.body.response.id}`,
    number: `/v1/me/phone_numbers/${number.body.response.id}`,
    passkey: `/v1/me/passkeys/${await addPasskey(browser, createTestAuthenticator())}`,
    session: `/v1/client/sessions/${ada.sessionId}`,
  }
})

/** The fields of each route that takes some, and how long each may be. */
const routes: [method: 'POST' | 'PATCH', path: string, fields: Record<string, number>][] = [
  ['POST', '/v1/client/sign_ins', { identifier: 320, password: 16_384, strategy: 64, ticket: 4096 }],
  ['POST', '@signIn/prepare_first_factor', { strategy: 64, email_address_id: 64, phone_number_id: 64 }],
  [
    'POST',
    '@signIn/attempt_first_factor',
    { strategy: 64, code: 64, password: 16_384, public_key_credential: 16_384 },
  ],
  ['POST', '@signIn/reset_password', { password: 16_384 }],
  [
    'POST',
    '/v1/client/sign_ups',
    {
      ...{ email_address: 254, phone_number: 64, username: 256, password: 16_384, first_name: 256 },
      ...{ last_name: 256, strategy: 64, ticket: 4096, locale: 64 },
    },
  ],
  [
    'PATCH',
    '@signUp',
    { email_address: 254, phone_number: 64, username: 256, password: 16_384, first_name: 256 },
  ],
  ['POST', '@signUp/prepare_verification', { strategy: 64 }],
  ['POST', '@signUp/attempt_verification', { strategy: 64, code: 64 }],
  [
    'PATCH',
    '/v1/me',
    {
      ...{ first_name: 256, last_name: 256, username: 256, locale: 64, password: 16_384 },
      ...{ primary_email_address_id: 64, primary_phone_number_id: 64 },
    },
  ],
  ['POST', '@session/verify/prepare_first_factor', { strategy: 64, email_address_id: 64 }],
  ['POST', '@session/verify/attempt_first_factor', { strategy: 64, code: 64, password: 16_384 }],
  ['POST', '/v1/me/change_password', { new_password: 16_384, current_password: 16_384 }],
  ['POST', '/v1/me/remove_password', { current_password: 16_384 }],
  ['POST', '/v1/me/email_addresses', { email_address: 254 }],
  ['POST', '@address/prepare_verification', { strategy: 64 }],
  ['POST', '@address/attempt_verification', { code: 64 }],
  ['POST', '/v1/me/phone_numbers', { phone_number: 64 }],
  ['POST', '@number/prepare_verification', { strategy: 64 }],
  ['POST', '@number/attempt_verification', { code: 64 }],
  ['PATCH', '@passkey', { name: 64 }],
  ['POST', '@passkey/attempt_verification', { public_key_credential: 65_536 }],
]

/** Fields without which a route cannot know the faulty one for the only fault. */
const needed: Record<string, object> = {
  '@signIn/prepare_first_factor': { strategy: 'email_code' },
  '@signIn/attempt_first_factor': { strategy: 'email_code', code: '000000' },
  '@session/verify/prepare_first_factor': { strategy: 'email_code' },
  '@session/verify/attempt_first_factor': { strategy: 'email_code', code: '000000' },
  '@signUp/attempt_verification': { strategy: 'email_code', code: '000000' },
  '@passkey/attempt_verification': { strategy: 'passkey' },
  '/v1/me/change_password': { new_password: 'one more good password' },
}

const cases = routes.flatMap(([method, path, fields]) =>
  Object.entries(fields).map(([field, max]) => ({ method, path, field, max })),
)

describe.each(cases)('$method $path refuses a $field', ({ method, path, field, max }) => {
  const ask = async (value: unknown) => {
    const before = await everything()
    const answer = await sendJson(ada.browser, method, path, { ...needed[path], [field]: value })
    expect(await everything()).toEqual(before)
    return faultOf(answer)
  }

  test('that is too long', async () => {
    expect(await ask('x'.repeat(max + 1))).toBe(`422 form_param_max_length_exceeded ${field}`)
  })

  test.each([[7], [true], [{ a: 1 }], [['a', 'b']], ['a\0b']])('that is %j', async (value) => {
    expect(await ask(value)).toBe(`422 form_param_format_invalid ${field}`)
  })
})

test.each([
  ['PATCH', '/v1/me', 'primary_email_address_id', (): string => grace.addressId],
  ['PATCH', '/v1/me', 'primary_email_address_id', (): string => 'idn_of_nobody'],
  ['POST', '@signIn/prepare_first_factor', 'email_address_id', (): string => ada.addressId],
  ['POST', '@signIn/prepare_first_factor', 'email_address_id', (): string => 'idn_of_nobody'],
  ['POST', '@session/verify/prepare_first_factor', 'email_address_id', (): string => grace.addressId],
] as const)('%s %s refuses a %s of somebody else', async (method, path, field, idOf) => {
  const before = await everything()
  const answer = await sendJson(ada.browser, method, path, { ...needed[path], [field]: idOf() })
  expect(answer.status).toBeGreaterThanOrEqual(400)
  expect(answer.status).toBeLessThan(500)
  expect(await everything()).toEqual(before)
})

test('what belongs to somebody who was deleted, or to another person, is not found', async () => {
  const gone = await signUp(server, { email_address: 'gone@example.com' })
  await gone.browser.delete('/v1/me')
  for (const id of [grace.addressId, gone.addressId, 'idn_of_nobody']) {
    const path = `/v1/me/email_addresses/${id}`
    const prepare = { strategy: 'email_code' }
    expect(faultOf(await ada.browser.get(path))).toBe('404 resource_not_found')
    expect(faultOf(await ada.browser.delete(path))).toBe('404 resource_not_found')
    expect(faultOf(await ada.browser.post(`${path}/prepare_verification`, prepare))).toBe(
      '404 resource_not_found',
    )
  }
  for (const id of [grace.sessionId, gone.sessionId, 'sess_of_nobody'])
    expect((await ada.browser.post(`/v1/me/sessions/${id}/revoke`)).status).toBe(404)
})

async function sendJson(browser: TestBrowser, method: string, path: string, body: object) {
  const at = path.replace(/^@(\w+)/, (_, name: string) => paths[name] ?? '')
  const answer = await browser.fetch(method === 'POST' ? at : `${at}?_method=${method}`, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json' },
  })
  return { status: answer.status, body: await answer.json() }
}

/** What a faulty request may not have changed. */
async function everything() {
  const { db } = server.deps
  return [
    await db
      .selectFrom('users')
      .select(['id', 'first_name', 'username', 'password_digest', 'updated_at'])
      .execute(),
    await db.selectFrom('contacts').select(['id', 'value', 'verified_at']).execute(),
    await db.selectFrom('sign_ups').select(['id', 'email_address', 'username', 'updated_at']).execute(),
    await db.selectFrom('passkeys').selectAll().execute(),
    await db.selectFrom('verifications').select(['id', 'attempts', 'status']).execute(),
  ]
}
