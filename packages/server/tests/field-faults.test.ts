import { beforeAll, describe, expect, test } from 'vitest'
import { createApp } from '../src/http/create-app.ts'
import { createWorld, type Ids, settle, toQuery, type World } from './support/backend-world.ts'
import { faultOf } from './support/faults.ts'
import { blamed, poisonBody, poisonQuery } from './support/field-faults.ts'
import { type FrontendRoute, frontendRoutes, pages } from './support/frontend-routes.ts'
import type { Person } from './support/people.ts'
import { everyRow } from './support/rows.ts'

type Somebody = Person & { ids: Ids }

let world: World
let ada: Somebody

beforeAll(async () => {
  world = await createWorld()
  ada = await begin(world, world.ada)
})

/** Has a person in the middle of everything that a route may go on with. */
async function begin({ server }: World, person: Somebody): Promise<Somebody> {
  const { browser, sessionId } = person
  const signIn = await browser.post('/v1/client/sign_ins', { identifier: 'grace@example.com' })
  const signUp = await browser.post('/v1/client/sign_ups', { email_address: 'eve@example.com' })
  server.clock.advance(1)
  await browser.post(`/v1/client/sessions/${sessionId}/verify`, { level: 'first_factor' })
  const ids = { ...person.ids, sign_ins: signIn.body.response.id, sign_ups: signUp.body.response.id }
  return { ...person, ids }
}

async function send({ browser, ids }: Somebody, route: string, fields: Record<string, unknown>) {
  const [method = '', pattern = ''] = route.split(' ')
  const path = pattern.replaceAll(/\/(\w+)\/:\w+/g, (_, folder: string) => `/${folder}/${ids[folder]}`)
  if (method === 'GET') return browser.get(`${path}?${toQuery(fields)}`)
  const answer = await browser.fetch(`${path}?_method=${method}`, {
    method: 'POST',
    body: JSON.stringify(fields),
    headers: { 'content-type': 'application/json' },
  })
  const text = await answer.text()
  return { status: answer.status, body: text.startsWith('{') ? JSON.parse(text) : null }
}

test('the table names every field that any route takes', { timeout: 120_000 }, async () => {
  const own = await createWorld()
  const { frontend } = createApp(own.server.deps)
  const known = frontend.routes
    .filter(({ method, path }) => method !== 'ALL' && !path.endsWith('/events'))
    .map(({ method, path }) => `${method} ${path}`)
  expect([...Object.keys(frontendRoutes), ...pages].filter((route) => !known.includes(route))).toEqual([])
  let person: Somebody | null = null
  for (const [index, route] of known.entries()) {
    if (pages.includes(route)) continue
    person ??= await begin(own, await settle(own.server, `x${index}`, numberOf(index)))
    const isRead = route.startsWith('GET')
    const named = Object.keys(frontendRoutes[route]?.fields ?? {})
    const poisoned = await send(person, route, isRead ? poisonQuery() : poisonBody())
    expect(blamed(poisoned), route).toEqual(named.sort())
    // What refuses nothing may have ended what the next route needs.
    if (!isRead && named.length === 0) person = null
  }
})

const numberOf = (index: number) => `+3069455502${String(index).padStart(2, '0')}`

const cases = Object.entries(frontendRoutes).flatMap(([route, { fields, good = {} }]) =>
  Object.entries(fields).map(([field, { faults, isNeeded }]) => ({ route, field, faults, isNeeded, good })),
)

test.each(cases)('$route refuses a wrong $field by its name, and nothing is written', async (given) => {
  const { route, field, faults, isNeeded } = given
  const before = await everyRow(world.server)
  const { [field]: _, ...others }: NonNullable<FrontendRoute['good']> = given.good
  if (isNeeded) expect(faultOf(await send(ada, route, others))).toBe(`422 form_param_missing ${field}`)
  for (const [wrong, code] of faults) {
    const answer = await send(ada, route, { ...others, [field]: wrong })
    expect(faultOf(answer), JSON.stringify(wrong).slice(0, 80)).toBe(`422 ${code} ${field}`)
  }
  expect(await everyRow(world.server)).toEqual(before)
})

describe('what belongs to somebody else, to somebody who was deleted, or to nobody', () => {
  const me = '/v1/me'

  test.each([
    ...['GET', 'DELETE'].flatMap((method) =>
      ['email_addresses', 'phone_numbers', 'passkeys'].map((folder) => `${method} ${me}/${folder}/:id`),
    ),
    `POST ${me}/email_addresses/:id/prepare_verification`,
    `POST ${me}/email_addresses/:id/attempt_verification`,
    `POST ${me}/phone_numbers/:id/prepare_verification`,
    `POST ${me}/phone_numbers/:id/attempt_verification`,
    `PATCH ${me}/phone_numbers/:id`,
    `POST ${me}/passkeys/:id/attempt_verification`,
    `PATCH ${me}/passkeys/:id`,
    `PATCH ${me}/external_accounts/:id/reauthorize`,
    `DELETE ${me}/external_accounts/:id`,
    `POST ${me}/sessions/:id/revoke`,
    'GET /v1/client/sign_ins/:id',
    'POST /v1/client/sign_ins/:id/prepare_first_factor',
    'POST /v1/client/sign_ins/:id/attempt_first_factor',
    'POST /v1/client/sign_ins/:id/prepare_second_factor',
    'POST /v1/client/sign_ins/:id/attempt_second_factor',
    'POST /v1/client/sign_ins/:id/reset_password',
    'GET /v1/client/sign_ups/:id',
    'PATCH /v1/client/sign_ups/:id',
    'POST /v1/client/sign_ups/:id/prepare_verification',
    'POST /v1/client/sign_ups/:id/attempt_verification',
  ])('is not there for %s', async (route) => {
    const before = await everyRow(world.server)
    const { grace, gone } = world
    const odd = ['idn_of_nobody', ada.userId, 'x'.repeat(2_000), "' or 1=1 --", '%00', '%E0%A4%A', '..%2F..']
    const folder = /\/(\w+)\/:id/.exec(route)?.[1] ?? ''
    for (const id of [grace.ids[folder], gone.ids[folder], ...odd]) {
      const stranger = { ...ada, ids: { ...ada.ids, [folder]: id ?? 'idn_of_nobody' } }
      const answer = await send(stranger, route, frontendRoutes[route]?.good ?? {})
      expect(faultOf(answer), id).toMatch(/^404 resource_not_found/)
    }
    expect(await everyRow(world.server)).toEqual(before)
  })

  test.each([
    'GET /v1/client/sessions/:id',
    ...['touch', 'tokens', 'end', 'remove', 'verify', 'verify/prepare_first_factor'].map(
      (verb) => `POST /v1/client/sessions/:id/${verb}`,
    ),
    ...['attempt_first_factor', 'prepare_second_factor', 'attempt_second_factor'].map(
      (verb) => `POST /v1/client/sessions/:id/verify/${verb}`,
    ),
  ])('is no session of this browser for %s', async (route) => {
    const before = await everyRow(world.server)
    const { grace, gone } = world
    for (const sessions of [grace.sessionId, gone.sessionId, 'sess_of_nobody', ada.userId, '%00']) {
      const { status } = await send(
        { ...ada, ids: { ...ada.ids, sessions } },
        route,
        frontendRoutes[route]?.good ?? {},
      )
      expect([401, 404], sessions).toContain(status)
    }
    expect(await everyRow(world.server)).toEqual(before)
  })

  test.each([
    ['PATCH /v1/me', 'primary_email_address_id', 'email_addresses'],
    ['PATCH /v1/me', 'primary_phone_number_id', 'phone_numbers'],
    ['POST /v1/client/sign_ins/:id/prepare_first_factor', 'email_address_id', 'sign_ups'],
    ['POST /v1/client/sessions/:id/verify/prepare_first_factor', 'email_address_id', 'email_addresses'],
  ])('is refused by %s as a %s', async (route, field, folder) => {
    const before = await everyRow(world.server)
    for (const id of [world.grace.ids[folder], world.gone.ids[folder], ada.userId, 'idn_of_nobody']) {
      const good = frontendRoutes[route]?.good ?? {}
      const answer = await send(ada, route, { ...good, [field]: id ?? 'idn_of_nobody' })
      expect(faultOf(answer), id).toMatch(
        new RegExp(`^4\\d\\d (form_param_value_invalid|resource_not_found) ${field}$`),
      )
    }
    expect(await everyRow(world.server)).toEqual(before)
  })
})
