import { expect, test } from 'vitest'
import type { TestBrowser } from '../src/testing/index.ts'
import { add, addressesOf, addressPath, attempt, me, prepare, remove } from './support/email-addresses.ts'
import { faultOf } from './support/faults.ts'
import { goodPassword, signUp } from './support/people.ts'
import { createTestServer } from './support/test-server.ts'

const strategy = 'email_code'

test('S15: with enumeration protection a taken address looks like a free one, and its owner gets no usable code', async () => {
  const server = await createTestServer({ settings: { enumerationProtection: true } })
  const { browser } = await signUp(server)
  await signUp(server, { email_address: 'eve@example.com' })
  const walk = async (address: string) => {
    const added = await add(browser, address)
    const { id } = added.body.response ?? {}
    const answers = [added, await prepare(browser, id), await attempt(browser, id, '000000')]
    return answers.map(({ status, headers, body }) => ({
      status,
      headers: [...headers.keys()].sort(),
      shape: shapeOf(body.response ?? body.errors),
    }))
  }
  expect(await walk('eve@example.com')).toEqual(await walk('free@example.com'))
  expect(server.inbox.latest('eve@example.com')?.code).toBeUndefined()
})

test('an address that nobody has proved blocks nobody, and vanishes when its owner proves it', async () => {
  const server = await createTestServer()
  const squatter = await signUp(server, { email_address: 'eve@example.com' })
  const squatted = (await add(squatter.browser, 'ada@example.com')).body.response.id
  await prepare(squatter.browser, squatted)
  const code = server.inbox.code('ada@example.com')
  server.clock.advance(31_000)
  const owner = await signUp(server)
  expect(await addressesOf(owner.browser)).toEqual(['ada@example.com'])
  expect(await addressesOf(squatter.browser)).toEqual(['eve@example.com'])
  expect((await attempt(squatter.browser, squatted, code)).status).toBe(404)
})

test('of two people who hold an address the first to verify it wins, also at the same moment', async () => {
  const server = await createTestServer()
  const people = [await signUp(server), await signUp(server, { email_address: 'eve@example.com' })]
  const shared = 'team@example.com'
  const tries: { browser: TestBrowser; id: string; code: string }[] = []
  for (const { browser } of people) {
    const { id } = (await add(browser, shared)).body.response
    await prepare(browser, id)
    tries.push({ browser, id, code: server.inbox.code(shared) })
  }
  const answers = await Promise.all(tries.map(({ browser, id, code }) => attempt(browser, id, code)))
  const statuses = answers.map(({ status }) => status)
  expect(statuses.filter((status) => status === 200)).toHaveLength(1)
  expect(statuses.filter((status) => status === 404 || status === 422)).toHaveLength(1)
  const owners = await server.deps.db
    .selectFrom('contacts')
    .selectAll()
    .where('value_norm', '=', shared)
    .execute()
  expect(owners).toHaveLength(1)
  expect(owners[0]).toMatchObject({ claimed: 1 })
})

test('the first address that is verified becomes the primary one when no verified one is', async () => {
  const emailAddress = { enabled: true, required: true, usedForFirstFactor: true, verifyAtSignUp: false }
  const server = await createTestServer({ settings: { emailAddress } })
  const browser = server.browser()
  const created = await browser.post('/v1/client/sign_ups', {
    email_address: 'ada@example.com',
    password: goodPassword,
  })
  expect(created.body.response.status).toBe('complete')
  const { id } = (await add(browser, 'work@example.com')).body.response
  await prepare(browser, id)
  await attempt(browser, id, server.inbox.code('work@example.com'))
  expect((await me(browser)).primary_email_address_id).toBe(id)
})

test('S21: the sixth try finds the code dead, even with the right digits', async () => {
  const server = await createTestServer()
  const { browser } = await signUp(server)
  const { id } = (await add(browser, 'work@example.com')).body.response
  await prepare(browser, id)
  const code = server.inbox.code('work@example.com')
  const wrong = code === '000000' ? '111111' : '000000'
  for (let time = 1; time <= 5; time++)
    expect(faultOf(await attempt(browser, id, wrong))).toBe('422 form_code_incorrect code')
  expect(faultOf(await attempt(browser, id, code))).toBe('400 verification_failed')
  server.clock.advance(31_000)
  await prepare(browser, id)
  expect((await attempt(browser, id, server.inbox.code('work@example.com'))).status).toBe(200)
})

test('S20: a code works for ten minutes and not longer', async () => {
  const server = await createTestServer()
  const { browser } = await signUp(server)
  const { id } = (await add(browser, 'work@example.com')).body.response
  await prepare(browser, id)
  server.clock.advance(601_000)
  expect(faultOf(await attempt(browser, id, server.inbox.code('work@example.com')))).toBe(
    '400 verification_expired',
  )
  expect((await browser.get(`${addressPath}/${id}`)).body.response.verification.status).toBe('expired')
})

test('S22: a code that is sent twice at once is used once', async () => {
  const server = await createTestServer()
  const { browser } = await signUp(server)
  const { id } = (await add(browser, 'work@example.com')).body.response
  await prepare(browser, id)
  const code = server.inbox.code('work@example.com')
  const answers = await Promise.all([1, 2, 3, 4].map(() => attempt(browser, id, code)))
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  expect(answers.filter(({ status }) => status === 400)).toHaveLength(3)
  expect(faultOf(await attempt(browser, id, code))).toBe('400 verification_already_verified')
})

test('S23: the code of one address is of no use for another one, or for a sign-in', async () => {
  const server = await createTestServer()
  const { browser } = await signUp(server)
  const first = (await add(browser, 'first@example.com')).body.response.id
  const second = (await add(browser, 'second@example.com')).body.response.id
  await prepare(browser, first)
  await prepare(browser, second)
  const [code, other] = [server.inbox.code('first@example.com'), server.inbox.code('second@example.com')]
  if (code !== other)
    expect(faultOf(await attempt(browser, second, code))).toBe('422 form_code_incorrect code')
  const elsewhere = server.browser()
  const begun = await elsewhere.post('/v1/client/sign_ins', { identifier: 'ada@example.com', strategy })
  const path = `/v1/client/sign_ins/${begun.body.response.id}/attempt_first_factor`
  const mailed = server.inbox.code('ada@example.com')
  if (code !== mailed)
    expect(faultOf(await elsewhere.post(path, { strategy, code }))).toBe('422 form_code_incorrect code')
})

test('S26: a second mail within 30 seconds is not sent, and the answer is the same', async () => {
  const server = await createTestServer()
  const { browser } = await signUp(server)
  const { id } = (await add(browser, 'work@example.com')).body.response
  const first = await prepare(browser, id)
  const again = await prepare(browser, id)
  expect(again.body.response).toEqual(first.body.response)
  expect(server.inbox.list().filter(({ to }) => to === 'work@example.com')).toHaveLength(1)
})

test('S26: removing and adding an address again opens no way around the limit of mails', async () => {
  const server = await createTestServer({ limits: true })
  const { browser } = await signUp(server)
  const statuses: number[] = []
  for (let time = 0; time < 6; time++) {
    server.clock.advance(31_000)
    const { id } = (await add(browser, 'victim@example.com')).body.response
    statuses.push((await prepare(browser, id)).status)
    await remove(browser, id)
  }
  expect(statuses).toEqual([200, 200, 200, 200, 200, 429])
})

test('a mail that the provider refuses can be asked for again at once', async () => {
  const server = await createTestServer()
  const { browser } = await signUp(server)
  const { id } = (await add(browser, 'work@example.com')).body.response
  server.inbox.failNext()
  expect(faultOf(await prepare(browser, id))).toBe('503 mail_delivery_failed')
  expect((await prepare(browser, id)).status).toBe(200)
  expect((await attempt(browser, id, server.inbox.code('work@example.com'))).status).toBe(200)
})

test('a code before one was asked for, an empty code and an unknown strategy are refused', async () => {
  const server = await createTestServer()
  const { browser, addressId } = await signUp(server)
  const { id } = (await add(browser, 'work@example.com')).body.response
  expect(faultOf(await attempt(browser, id, '123456'))).toBe('400 verification_missing')
  await prepare(browser, id)
  expect(faultOf(await attempt(browser, id))).toBe('422 form_param_missing code')
  expect(faultOf(await attempt(browser, id, ''))).toBe('422 form_param_nil code')
  expect(faultOf(await attempt(browser, id, 'x'.repeat(65)))).toBe('422 form_param_max_length_exceeded code')
  const path = `${addressPath}/${id}/prepare_verification`
  expect(faultOf(await browser.post(path))).toBe('422 form_param_missing strategy')
  expect(faultOf(await browser.post(path, { strategy: 'password' }))).toBe(
    '422 form_param_value_invalid strategy',
  )
  expect(faultOf(await prepare(browser, addressId))).toBe('400 verification_already_verified')
  expect(faultOf(await attempt(browser, addressId, '123456'))).toBe('400 verification_already_verified')
})

/** The names and kinds of values in a body, without the values themselves. */
function shapeOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shapeOf)
  if (typeof value !== 'object' || value === null) return value === null ? 'null' : typeof value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, shapeOf(inner)]))
}

test('S40: a code goes to the address that it proves, however that was written', async () => {
  const server = await createTestServer()
  const browser = server.browser()
  // A Kelvin sign for a K: another mailbox to some mail servers, the same address here.
  const begun = await browser.post('/v1/client/sign_ups', { email_address: '\u212Aay@Example.com' })
  await browser.post(`/v1/client/sign_ups/${begun.body.response.id}/prepare_verification`, {
    strategy: 'email_code',
  })
  expect(server.inbox.latest('kay@example.com')?.code).toMatch(/^\d{6}$/)
})
