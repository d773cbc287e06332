import { expect, test } from 'vitest'
import { createApp } from '../src/http/create-app.ts'
import type { BackendAnswer } from './support/backend.ts'
import { backendRoutes } from './support/backend-routes.ts'
import { createWorld, type Ids, send, type World } from './support/backend-world.ts'
import { fieldNames } from './support/field-faults.ts'
import { goodPassword } from './support/people.ts'
import { one, randomFrom } from './support/random.ts'

// By command: USHER_FUZZ_CALLS=20000 USHER_FUZZ_SEED=7 pnpm exec vitest run tests/backend-fuzz.test.ts
const calls = Number(process.env.USHER_FUZZ_CALLS ?? 600)
const seed = Number(process.env.USHER_FUZZ_SEED ?? 66)
const perWorld = 300

test(`S66: of ${calls} calls of any shape to every route of the Backend API, none is answered with a 5xx`, {
  timeout: 600_000,
}, async () => {
  const random = randomFrom(seed)
  const statuses = new Map<number, number>()
  let world = await createWorld()
  for (let call = 0; call < calls; call++) {
    if (call % perWorld === perWorld - 1) world = await renew(world)
    const { route, answer, told } = await callOnce(world, random, call)
    statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1)
    expect(answer.status, `seed ${seed}, call ${call}: ${route} ${told}`).toBeLessThan(500)
    if (answer.status >= 400) expect(answer.body.errors[0], told).toHaveProperty('code')
  }
  // The walk is worth something only when calls get through, too.
  for (const status of [200, 404, 422]) expect(statuses.get(status) ?? 0).toBeGreaterThan(calls / 20)
})

async function renew({ server }: World): Promise<World> {
  await server.close()
  return createWorld()
}

async function callOnce(world: World, random: () => number, call: number) {
  const { ada, grace, gone, server } = world
  const routes = createApp(server.deps).backend.routes.filter(({ method }) => method !== 'ALL')
  const { method, path } = one({ random }, routes)
  const route = `${method} ${path}`
  const { fields: known = {}, good = () => ({}) } = backendRoutes[route] ?? {}
  const people = [ada, ada, grace, gone]
  const pool = people.flatMap(({ ids }) => Object.values(ids))
  const fields: Record<string, unknown> = random() < 0.8 ? { ...good(world) } : {}
  for (let count = Math.floor(random() * 4); count > 0; count--) {
    const own = Object.keys(known)
    const name = random() < 0.9 && own.length > 0 ? one({ random }, own) : one({ random }, fieldNames)
    fields[name] = one({ random }, random() < 0.35 ? pool : values(call))
  }
  const ids: Ids = { ...one({ random }, people).ids }
  for (const kind of Object.keys(ids)) if (random() < 0.05) ids[kind] = one({ random }, pool)
  const answer: BackendAnswer = await send(world, route, fields, { ids })
  return {
    route,
    answer,
    told: `${JSON.stringify(fields)} -> ${JSON.stringify(answer.body)}`.slice(0, 2_000),
  }
}

const values = (call: number): unknown[] => [
  ...['', 'a@example.com', `new${call}@example.com`, '+306945550123', `+30694555${1000 + (call % 9000)}`],
  ...[true, false, 'true', null, 0, 7, 60, -1, 1e20, {}, { a: 1 }, { sub: 'x' }, { a: null, b: { c: [1] } }],
  ...['oauth_github', 'verified', 'reserved', 'bcrypt', 'argon2id', '2026-01-05T09:00:00Z', '-created_at'],
  ...['$2b$10$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy', goodPassword, 'ABCDEFGHIJKLMNOP'],
  ...[[], ['x'], ['a@example.com', 'b@example.com'], 'x'.repeat(70), '\ud800', 'a\0b', '000000', 'eve_1815'],
]
