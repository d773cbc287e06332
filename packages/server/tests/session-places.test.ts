import { expect, test } from 'vitest'
import type { TestBrowser, TestServer } from '../src/testing/index.ts'
import { backendOf } from './support/backend.ts'
import { signInElsewhere, signUp } from './support/people.ts'
import { createTestServer } from './support/test-server.ts'

const places: Record<string, { city: string | null; country: string | null }> = {
  '203.0.113.9': { city: 'Athens', country: 'Greece' },
  '198.51.100.20': { city: 'Thessaloniki', country: 'Greece' },
  '192.0.2.118': { city: 'Lisbon', country: 'Portugal' },
  '192.0.2.7': { city: null, country: 'Portugal' },
}
const nowhere = { city: null, country: null }
const geolocation = { locate: (ipAddress: string) => places[ipAddress] ?? nowhere }

async function start() {
  const server = await createTestServer({ geolocation })
  const person = await signUp(server, {}, server.browser({ ipAddress: '203.0.113.9' }))
  const signInFrom = (ipAddress: string) => signInElsewhere(server, person, server.browser({ ipAddress }))
  return { server, person, signInFrom }
}

/** The same browser, somewhere else. */
function move(server: TestServer, browser: TestBrowser, ipAddress: string): TestBrowser {
  const moved = server.browser({ ipAddress })
  for (const [name, value] of Object.entries(browser.jar.all()))
    moved.jar.set(name, value, { maxAge: 1, httpOnly: true })
  return moved
}

async function placesOf(browser: TestBrowser) {
  const { body } = await browser.get('/v1/me/sessions/active')
  return Object.fromEntries(
    body.map(({ id, latest_activity: { city, country, is_new_place } }: AnySession) => [
      id,
      [city, country, is_new_place],
    ]),
  )
}
// biome-ignore lint/suspicious/noExplicitAny: a test reads whatever field it asserts
type AnySession = any

test('a person sees from where each session is', async () => {
  const { person, signInFrom } = await start()
  const near = await signInFrom('198.51.100.20')
  const unknown = await signInFrom('10.0.0.1')
  expect(await placesOf(person.browser)).toEqual({
    [person.sessionId]: ['Athens', 'Greece', false],
    [near.sessionId]: ['Thessaloniki', 'Greece', false],
    [unknown.sessionId]: [null, null, false],
  })
})

test('a session from another country than ever before is a new place, the next one from there is not', async () => {
  const { person, signInFrom } = await start()
  const abroad = await signInFrom('192.0.2.118')
  const again = await signInFrom('192.0.2.7')
  expect(await placesOf(person.browser)).toMatchObject({
    [abroad.sessionId]: ['Lisbon', 'Portugal', true],
    [again.sessionId]: [null, 'Portugal', false],
  })
})

test('a country that is known from a session which has ended is not new', async () => {
  const { person, signInFrom } = await start()
  await (await signInFrom('192.0.2.118')).browser.delete('/v1/client/sessions')
  const again = await signInFrom('192.0.2.118')
  expect(await placesOf(person.browser)).toMatchObject({ [again.sessionId]: ['Lisbon', 'Portugal', false] })
})

test('the countries of others make no place known', async () => {
  const { server, person, signInFrom } = await start()
  await signUp(server, { email_address: 'eve@example.com' }, server.browser({ ipAddress: '192.0.2.118' }))
  const abroad = await signInFrom('192.0.2.118')
  expect(await placesOf(person.browser)).toMatchObject({ [abroad.sessionId]: ['Lisbon', 'Portugal', true] })
})

test.each(['touch', 'tokens'])(
  'a session that is carried abroad says so when it is used there (%s), and no more when it is back',
  async (use) => {
    const { server, person, signInFrom } = await start()
    const laptop = await signInFrom('203.0.113.9')
    const path = `/v1/client/sessions/${laptop.sessionId}/${use}`
    await move(server, laptop.browser, '192.0.2.118').post(path)
    expect(await placesOf(person.browser)).toMatchObject({ [laptop.sessionId]: ['Lisbon', 'Portugal', true] })
    await move(server, laptop.browser, '192.0.2.7').post(path)
    expect(await placesOf(person.browser)).toMatchObject({ [laptop.sessionId]: [null, 'Portugal', true] })
    await laptop.browser.post(path)
    expect(await placesOf(person.browser)).toMatchObject({ [laptop.sessionId]: ['Athens', 'Greece', false] })
  },
)

test('a backend reads the place of a session', async () => {
  const { server, person } = await start()
  const { body } = await backendOf(server).get(`/v1/sessions/${person.sessionId}`)
  expect(body.latest_activity).toMatchObject({ city: 'Athens', country: 'Greece', ip_address: '203.0.113.9' })
})

test('a server without a database of places names none', async () => {
  const server = await createTestServer()
  const person = await signUp(server, {}, server.browser({ ipAddress: '203.0.113.9' }))
  expect(await placesOf(person.browser)).toEqual({ [person.sessionId]: [null, null, false] })
})
