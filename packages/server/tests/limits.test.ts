import { expect, test } from 'vitest'
import { faultOf } from './support/faults.ts'
import { goodPassword, signUp } from './support/people.ts'
import { createTestServer } from './support/test-server.ts'

const signIns = '/v1/client/sign_ins'
const identifier = 'ada@example.com'

test.each([signIns, '/v1/client/sign_ups'])(
  'S46: one address begins five times in ten seconds at %s',
  async (path) => {
    const server = await createTestServer({ limits: true })
    const ask = (ipAddress: string) => server.browser({ ipAddress }).post(path)
    for (let call = 0; call < 5; call++) expect((await ask('192.0.2.1')).status).toBe(200)
    server.clock.advance(4000)
    const refused = await ask('192.0.2.1')
    expect(faultOf(refused)).toBe('429 too_many_requests')
    expect(refused.headers.get('retry-after')).toBe('6')
    expect(refused.headers.get('access-control-expose-headers')).toContain('Retry-After')
    expect((await ask('192.0.2.2')).status).toBe(200)
    server.clock.advance(6000)
    expect((await ask('192.0.2.1')).status).toBe(200)
  },
)

test('S46: an attempt takes three tries in ten seconds, the right one too', async () => {
  const server = await createTestServer({ limits: true })
  await signUp(server)
  const browser = server.browser({ ipAddress: '192.0.2.1' })
  const { body } = await browser.post(signIns, { identifier })
  const attempt = (password: string) =>
    browser.post(`${signIns}/${body.response.id}/attempt_first_factor`, { strategy: 'password', password })
  for (let call = 0; call < 3; call++)
    expect(faultOf(await attempt('not the one'))).toBe('422 form_password_incorrect password')
  expect(faultOf(await attempt(goodPassword))).toBe('429 too_many_requests')
  server.clock.advance(10_000)
  expect((await attempt(goodPassword)).status).toBe(200)
})

test('S46: whoever opens many sign-ins has no more tries for one account', async () => {
  const server = await createTestServer({ limits: true })
  await signUp(server)
  const statuses: number[] = []
  for (let round = 0; round < 4; round++) {
    const browser = server.browser({ ipAddress: '192.0.2.1' })
    const { body } = await browser.post(signIns, { identifier: round % 2 ? identifier : 'ADA@example.com' })
    const path = `${signIns}/${body.response.id}/attempt_first_factor`
    for (let call = 0; call < 2; call++)
      statuses.push((await browser.post(path, { strategy: 'password', password: 'not the one' })).status)
  }
  expect(statuses).toEqual([422, 422, 422, 429, 429, 429, 429, 429])
  const wholeCalls = server.browser({ ipAddress: '192.0.2.2' })
  const inOne = []
  for (let call = 0; call < 4; call++)
    inOne.push((await wholeCalls.post(signIns, { identifier, password: 'not the one' })).status)
  expect(inOne).toEqual([422, 422, 422, 429])
})

test('S46: an id that nobody has is no way to more tries, and is looked for before it counts', async () => {
  const server = await createTestServer({ limits: true })
  const browser = server.browser({ ipAddress: '192.0.2.1' })
  const attempt = (id: string) =>
    browser.post(`${signIns}/${id}/attempt_first_factor`, { strategy: 'password', password: goodPassword })
  for (let call = 0; call < 5; call++) expect((await attempt(`sia_${call}`)).status).toBe(404)
  await browser.post(signIns, { identifier: 'x@example.com' })
  const statuses = []
  for (let call = 0; call < 4; call++) statuses.push((await attempt(`sia_${call}`)).status)
  expect(statuses).toEqual([404, 404, 404, 429])
})

test.each([
  ['fills a sign-up in', 11, 'sign_ups', '', 'PATCH'],
  ['asks for a code to sign up', 11, 'sign_ups', '/prepare_verification', 'POST'],
  ['asks for a code to sign in', 11, 'sign_ins', '/prepare_first_factor', 'POST'],
  ['chooses a new password', 4, 'sign_ins', '/reset_password', 'POST'],
])('S46: whoever %s over and over has to wait', async (_, tries, attempts, action, method) => {
  const server = await createTestServer({ limits: true })
  const browser = server.browser({ ipAddress: '192.0.2.1' })
  const { body } = await browser.post(`/v1/client/${attempts}`)
  const ask = () => browser.post(`/v1/client/${attempts}/${body.response.id}${action}?_method=${method}`)
  for (let call = 1; call < tries; call++) expect((await ask()).status).not.toBe(429)
  expect(faultOf(await ask())).toBe('429 too_many_requests')
})

test('S47: somebody with a whole network of IPv6 addresses counts once', async () => {
  const server = await createTestServer({ limits: true })
  const ask = (ipAddress: string) => server.browser({ ipAddress }).post(signIns)
  for (let call = 0; call < 5; call++) await ask(`2001:db8:1:2::${call}`)
  expect((await ask('2001:0db8:0001:0002:ffff::9')).status).toBe(429)
  expect((await ask('2001:db8:1:3::1')).status).toBe(200)
})

test('S47: a header that anybody can send does not make a new address', async () => {
  const server = await createTestServer({ limits: true })
  const browser = server.browser({ ipAddress: '192.0.2.1' })
  const ask = (forged: string) =>
    browser.fetch(signIns, {
      method: 'POST',
      headers: { 'X-Forwarded-For': forged, 'X-Real-IP': forged, Forwarded: `for=${forged}` },
    })
  for (let call = 0; call < 5; call++) await ask(`198.51.100.${call}`)
  expect((await ask('198.51.100.99')).status).toBe(429)
})

test('S48: limits hold unless they are switched off', async () => {
  const on = await createTestServer({ limits: true, mode: 'development' })
  const off = await createTestServer({ limits: false })
  const statuses = async (server: typeof on) => {
    const answers = []
    for (let call = 0; call < 7; call++)
      answers.push((await server.browser({ ipAddress: '192.0.2.1' }).post(signIns)).status)
    return answers
  }
  expect(await statuses(on)).toEqual([200, 200, 200, 200, 200, 429, 429])
  expect(await statuses(off)).toEqual(Array(7).fill(200))
})
