import { expect, test } from 'vitest'
import type { TestServer } from '../src/testing/index.ts'
import { backendOf } from './support/backend.ts'
import { faultOf } from './support/faults.ts'
import { addAddress, goodPassword, signUp } from './support/people.ts'
import { createTestServer } from './support/test-server.ts'

const known = 'ada@example.com'
const unknown = 'eve@example.com'
const strategy = 'email_code'

const strict = (settings = {}) => createTestServer({ settings: { enumerationProtection: true, ...settings } })

/** What a caller can tell two answers apart by: status, shape of the body with all plain values, names of headers. */
async function trace(server: TestServer, identifier: string, steps: Step[]) {
  const browser = server.browser()
  const seen: unknown[] = []
  let path = ''
  for (const [step, fields] of steps) {
    const given = Object.fromEntries(
      Object.entries(fields).map(([key, value]) => [key, value === '@' ? identifier : value]),
    )
    const { status, headers, body } = await browser.post(
      step.startsWith('/') ? step : `${path}/${step}`,
      given,
    )
    if (step.startsWith('/')) path = `${step}/${body.response?.id ?? body.meta?.client?.sign_in?.id}`
    seen.push({ step, status, headers: [...headers.keys()].sort(), body: blur(body, identifier) })
  }
  return seen
}

type Step = [step: string, fields: Record<string, unknown>]

/** Replaces what differs between any two attempts: ids, the address itself, tokens, counters. */
function blur(body: unknown, identifier: string): unknown {
  const text = JSON.stringify(body, (key, value) => {
    if (key === 'revision' || key === 'clerk_trace_id') return 0
    return typeof value === 'string' && /^(sia|sua|client|idn)_/.test(value) ? value.slice(0, 4) : value
  })
  return JSON.parse(text.replaceAll(identifier, '@').replaceAll(`${identifier.slice(0, 1)}****`, '@****'))
}

const walks: Record<string, Step[]> = {
  'a sign-in with a password': [['/v1/client/sign_ins', { identifier: '@', password: 'not the one' }]],
  'a sign-in step by step': [
    ['/v1/client/sign_ins', { identifier: '@' }],
    ['attempt_first_factor', { strategy: 'password', password: 'not the one' }],
    ['attempt_first_factor', { strategy, code: '123456' }],
    ['prepare_first_factor', { strategy }],
    ['prepare_first_factor', { strategy }],
    ...Array<Step>(6).fill(['attempt_first_factor', { strategy, code: '' }]),
    ...Array<Step>(6).fill(['attempt_first_factor', { strategy, code: '12345' }]),
    ['prepare_first_factor', { strategy }],
  ],
  'a sign-in by code at once': [['/v1/client/sign_ins', { identifier: '@', strategy }]],
  'a code for an address of choice': [
    ['/v1/client/sign_ins', { identifier: '@' }],
    ['prepare_first_factor', { strategy, email_address_id: 'idn_of_somebody' }],
  ],
  'a sign-in that may become a sign-up': [
    ['/v1/client/sign_ins', { identifier: '@', sign_up_if_missing: true }],
    ['prepare_first_factor', { strategy }],
    ['prepare_first_factor', { strategy: 'reset_password_email_code' }],
    ['prepare_first_factor', { strategy: 'phone_code' }],
    ['attempt_first_factor', { strategy: 'phone_code', code: '12345' }],
    ['attempt_first_factor', { strategy: 'password', password: 'not the one' }],
    ...Array<Step>(6).fill(['attempt_first_factor', { strategy, code: '12345' }]),
  ],
  'a sign-in with a password that may become a sign-up': [
    ['/v1/client/sign_ins', { identifier: '@', password: 'not the one', sign_up_if_missing: true }],
  ],
  'a reset': [
    ['/v1/client/sign_ins', { identifier: '@', strategy: 'reset_password_email_code' }],
    ...Array<Step>(6).fill([
      'attempt_first_factor',
      { strategy: 'reset_password_email_code', code: '12345' },
    ]),
    ['reset_password', { password: goodPassword }],
  ],
  'a sign-up': [
    ['/v1/client/sign_ups', { email_address: '@', password: goodPassword }],
    ['prepare_verification', { strategy }],
    ...Array<Step>(6).fill(['attempt_verification', { strategy, code: '12345' }]),
  ],
}

test.each(Object.entries(walks))(
  'S15: with protection, %s looks the same for a known and an unknown address',
  async (_, steps) => {
    const server = await strict()
    await signUp(server, { email_address: known, first_name: 'Ada' })
    expect(await trace(server, known, steps)).toEqual(await trace(server, unknown, steps))
  },
)

test('S15: with protection, adding an address looks the same whether somebody owns it or not', async () => {
  const server = await strict()
  await signUp(server, { email_address: known })
  const { browser } = await signUp(server, { email_address: 'grace@example.com' })
  const add = async (email_address: string) => {
    const added = await browser.post('/v1/me/email_addresses', { email_address })
    const path = `/v1/me/email_addresses/${added.body.response.id}`
    const prepared = await browser.post(`${path}/prepare_verification`, { strategy })
    const attempted = await browser.post(`${path}/attempt_verification`, { code: '12345' })
    await browser.delete(path)
    return [added, prepared, attempted].map(({ status, body }) => [
      status,
      blur(body.response ?? body.errors, email_address),
    ])
  }
  expect(await add(known)).toEqual(await add(unknown))
})

test('S15: with protection, a closed account and a failing mail look like any other', async () => {
  const server = await strict()
  const { userId } = await signUp(server, { email_address: known })
  await server.deps.db.updateTable('users').set({ banned: 1 }).where('id', '=', userId).execute()
  const steps: Step[] = [
    ['/v1/client/sign_ins', { identifier: '@', password: 'not the one' }],
    ['/v1/client/sign_ins', { identifier: '@' }],
    ['prepare_first_factor', { strategy }],
  ]
  server.inbox.failNext(2)
  expect(await trace(server, known, steps)).toEqual(await trace(server, unknown, steps))
  const right = await server
    .browser()
    .post('/v1/client/sign_ins', { identifier: known, password: goodPassword })
  expect(faultOf(right)).toBe('403 user_banned')
})

test('S15: with protection, only the address that was named gets a code', async () => {
  const server = await strict()
  const { browser } = await signUp(server, { email_address: known })
  await addAddress(server, browser, 'second@example.com')
  const other = server.browser()
  await other.post('/v1/client/sign_ins', { identifier: 'second@example.com', strategy })
  expect(server.inbox.list()[0]?.to).toBe('second@example.com')
  const mails = server.inbox.list().length
  await other.post('/v1/client/sign_ins', { identifier: unknown, strategy })
  expect(server.inbox.list()).toHaveLength(mails)
})

test('S16: a wrong password costs one check, whether somebody is there or not', async () => {
  for (const enumerationProtection of [false, true]) {
    const server = await createTestServer({ settings: { enumerationProtection } })
    await signUp(server, { email_address: known })
    const checked: string[] = []
    const { verify } = server.deps.passwordHasher
    server.deps.passwordHasher.verify = (digest, password) => {
      checked.push(digest)
      return verify(digest, password)
    }
    const ask = async (identifier: string) => {
      checked.length = 0
      await server.browser().post('/v1/client/sign_ins', { identifier, password: 'not the one' })
      return checked.map((digest) => digest.split('$').slice(0, 4).join('$'))
    }
    const cost = await ask(known)
    expect(cost).toHaveLength(1)
    expect(await ask(unknown)).toEqual(cost)
  }
})

test('S17: no answer before the sign-in shows another address of the account', async () => {
  const server = await createTestServer()
  const { browser } = await signUp(server, { email_address: known })
  await addAddress(server, browser, 'secret.second@example.com')
  const stranger = server.browser()
  const begun = await stranger.post('/v1/client/sign_ins', { identifier: known })
  const prepared = await stranger.post(`/v1/client/sign_ins/${begun.body.response.id}/prepare_first_factor`, {
    strategy,
  })
  for (const { body } of [begun, prepared]) {
    expect(JSON.stringify(body)).not.toContain('secret.second')
    expect(JSON.stringify(body)).toContain('s****@example.com')
  }
})

test('S18: with protection, the owner of an address learns by mail that somebody tried to sign up with it', async () => {
  const server = await strict()
  await signUp(server, { email_address: known })
  const browser = server.browser()
  const { body } = await browser.post('/v1/client/sign_ups', { email_address: known, password: goodPassword })
  const path = `/v1/client/sign_ups/${body.response.id}`
  await browser.post(`${path}/prepare_verification`, { strategy })
  const mail = server.inbox.latest(known)
  expect(mail?.code).toBeUndefined()
  expect(mail?.text).not.toMatch(/\d{6}/)
  for (const code of ['000000', '424242'])
    expect(faultOf(await browser.post(`${path}/attempt_verification`, { strategy, code }))).toBe(
      '422 form_code_incorrect code',
    )
  const { body: users } = await backendOf(server).get('/v1/users')
  expect(users).toHaveLength(1)
})
