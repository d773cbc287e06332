import { beforeAll, describe, expect, test } from 'vitest'
import { createApp } from '../src/http/create-app.ts'
import { backendRoutes, checkedElsewhere } from './support/backend-routes.ts'
import { createWorld, send, type World } from './support/backend-world.ts'
import { faultOf } from './support/faults.ts'
import { blamed, poisonBody, poisonQuery, unread } from './support/field-faults.ts'
import { everyRow } from './support/rows.ts'

let world: World

beforeAll(async () => {
  world = await createWorld()
})

const nothing = (): Record<string, unknown> => ({})
const routes = Object.entries(backendRoutes).map(([route, { fields = {}, good = nothing }]) => ({
  route,
  fields,
  good,
}))

test('the table names every route and every field, and what fits is answered', {
  timeout: 120_000,
}, async () => {
  const own = await createWorld()
  const { backend } = createApp(own.server.deps)
  const known = backend.routes
    .filter(({ method, path }) => method !== 'ALL' && !path.includes('jwks'))
    .map(({ method, path }) => `${method} ${path}`)
  expect([...Object.keys(backendRoutes), ...checkedElsewhere].sort()).toEqual(known.sort())
  for (const { route, fields, good } of routes) {
    const poison = route.startsWith('GET') ? poisonQuery() : poisonBody()
    const poisoned = await send(own, route, poison)
    const named = Object.keys(fields).filter((name) => !unread.has(name))
    expect(blamed(poisoned), route).toEqual(named.sort())
    const answer = named.length > 0 ? await send(own, route, good(own)) : poisoned
    expect(faultOf(answer), route).toBe('200')
  }
})

describe('a wrong field is refused by its name, and nothing is written', () => {
  const fields = routes.flatMap(({ route, fields, good }) =>
    Object.entries(fields).map(([field, { faults, isNeeded }]) => ({ route, field, faults, isNeeded, good })),
  )

  test.each(fields)('$field of $route', async ({ route, field, faults, isNeeded, good }) => {
    const before = await everyRow(world.server)
    const { [field]: _, ...others } = good(world)
    if (isNeeded) expect(faultOf(await send(world, route, others))).toBe(`422 form_param_missing ${field}`)
    for (const [wrong, code] of faults) {
      const answer = await send(world, route, { ...others, [field]: wrong })
      expect(faultOf(answer), JSON.stringify(wrong).slice(0, 80)).toBe(`422 ${code} ${field}`)
    }
    expect(await everyRow(world.server)).toEqual(before)
  })

  const withBody = routes.filter(
    ({ route, fields }) => !route.startsWith('GET') && Object.keys(fields).length > 0,
  )

  test.each(withBody)('a body of $route that is none', async ({ route }) => {
    const before = await everyRow(world.server)
    for (const body of ['{', '[]', '7', 'null', '"a"', '{"a":'.repeat(50_000)])
      expect(faultOf(await send(world, route, body))).toBe('400 malformed_request_parameters')
    const type = { 'content-type': 'text/plain' }
    expect(faultOf(await send(world, route, '{}', { headers: type }))).toBe('415 content_type_unsupported')
    expect(await everyRow(world.server)).toEqual(before)
  })
})

describe('what a path names has to be there', () => {
  const named = routes.flatMap(({ route, good }) =>
    [...route.matchAll(/\/(\w+)\/:\w+/g)].map(([, folder = '']) => ({ route, folder, good })),
  )

  test.each(named)('$route without such $folder', async ({ route, folder, good }) => {
    const before = await everyRow(world.server)
    const { ada, grace, gone } = world
    const others = Object.entries(ada.ids).flatMap(([name, id]) => (name === folder ? [] : [id]))
    const odd = [
      'nobody',
      'x'.repeat(2_000),
      "' or 1=1 --",
      '%00',
      '%E0%A4%A',
      '..%2F..',
      '%F0%9F%98%80',
      '*',
    ]
    const isOfUser = /users\/.*\//.test(route.slice(0, route.indexOf(folder)))
    const wrong = [gone.ids[folder], ...others, ...odd, ...(isOfUser ? [grace.ids[folder]] : [])]
    for (const id of wrong.filter((one) => one !== ada.ids[folder])) {
      const ids = { ...ada.ids, [folder]: id ?? '' }
      const answer = await send(world, route, good(world), { ids })
      expect(faultOf(answer), id).toBe('404 resource_not_found')
    }
    expect(await everyRow(world.server)).toEqual(before)
  })
})
