import { expect, inject, test } from 'vitest'
import type { TestBrowser, TestServer } from '../src/testing/index.ts'
import { backendOf } from './support/backend.ts'
import { type Person, signUp } from './support/people.ts'
import { one, randomFrom } from './support/random.ts'
import { addApp, secondFactors, start } from './support/second-factors.ts'
import { callCompromised, choosePassword, signInByCode } from './support/session-tasks.ts'

// By command: USHER_WALK_CALLS=10000 USHER_WALK_SEED=7 pnpm exec vitest run tests/session-tasks-walk.test.ts
const calls = Number(process.env.USHER_WALK_CALLS ?? (inject('postgres') ? 100 : 300))
const seed = Number(process.env.USHER_WALK_SEED ?? 34)

type Walk = {
  server: TestServer
  person: Person
  browsers: TestBrowser[]
  random: () => number
  /** What the model knows. */
  isCompromised: boolean
  hasFactor: boolean
  /** Tasks that somebody got through. */
  done: Set<string>
}

type Step = (walk: Walk) => Promise<unknown>

const backendPath = ({ person }: Walk, path: string) => `/v1/users/${person.userId}${path}`

const mark: Step = async (walk) => {
  await callCompromised(walk.server, walk.person)
  walk.isCompromised = true
}

const unmark: Step = async (walk) => {
  await backendOf(walk.server).post(backendPath(walk, '/password/unset_compromised'))
  walk.isCompromised = false
}

const dropFactors: Step = async (walk) => {
  await backendOf(walk.server).delete(backendPath(walk, '/mfa'))
  walk.hasFactor = false
}

const newPassword: Step = async (walk) => {
  const { status } = await choosePassword(one(walk, walk.browsers), `a password of ${walk.random()}`)
  if (status !== 200) return
  // Only the task takes a password without the old one.
  expect(walk.isCompromised).toBe(true)
  walk.isCompromised = false
  walk.done.add('reset-password')
}

const newFactor: Step = async (walk) => {
  if (walk.isCompromised || walk.hasFactor) {
    const { status } = await one(walk, walk.browsers).post('/v1/me/totp')
    expect(status).toBeGreaterThanOrEqual(400)
    return
  }
  await addApp(walk.server, one(walk, walk.browsers))
  walk.hasFactor = true
  walk.done.add('setup-mfa')
}

const signInAnew: Step = async (walk) => {
  // With a factor the code alone does not get so far.
  if (walk.hasFactor) return
  const index = Math.floor(walk.random() * walk.browsers.length)
  const browser = walk.server.browser()
  walk.server.clock.advance(60_000)
  await signInByCode(walk.server, walk.person.address, browser)
  walk.browsers[index] = browser
}

const steps = [mark, unmark, dropFactors, newPassword, newPassword, newFactor, newFactor, signInAnew]

/** Every session waits for exactly what the model says, and is worth nothing else meanwhile. */
async function judge({ browsers, isCompromised, hasFactor }: Walk, told: string): Promise<void> {
  const expected = [...(isCompromised ? ['reset-password'] : []), ...(hasFactor ? [] : ['setup-mfa'])]
  for (const browser of browsers) {
    const [session] = (await browser.get('/v1/client')).body.response.sessions
    const tasks = (session?.tasks ?? []).map(({ key }: { key: string }) => key)
    expect({ status: session?.status, tasks }, told).toEqual({
      status: expected.length > 0 ? 'pending' : 'active',
      tasks: expected,
    })
    const { status } = await browser.get('/v1/me/sessions/active')
    expect(status, told).toBe(expected.length > 0 ? 403 : 200)
  }
}

test(`S34: of ${calls} things that happen in any order, none lets a session through before its tasks are done`, {
  timeout: 300_000,
}, async () => {
  const reverification = { enabled: false, maxAge: 600_000 }
  const server = await start({
    secondFactors: { ...secondFactors, required: true },
    reverification,
    lockAfter: 100,
  })
  const person = await signUp(server)
  const random = randomFrom(seed)
  const walk: Walk = {
    ...{ server, person, random },
    browsers: [person.browser],
    isCompromised: false,
    hasFactor: false,
    done: new Set(),
  }
  for (let call = 0; call < calls; call++) {
    const step = one(walk, steps)
    // A proof that is old would be asked for again.
    server.clock.advance(1_000)
    await step(walk)
    await judge(walk, `seed ${seed}, call ${call}: ${step.name}`)
  }
  expect(walk.done.size).toBe(2)
})
