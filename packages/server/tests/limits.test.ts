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
