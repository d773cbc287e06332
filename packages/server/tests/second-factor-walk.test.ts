import { expect, inject, test } from 'vitest'
import type { TestBrowser, TestServer } from '../src/testing/index.ts'
import { codeFor } from './support/attempts.ts'
import { backendOf } from './support/backend.ts'
import { goodPassword, type Person, signUp } from './support/people.ts'
import { one, randomFrom } from './support/random.ts'
import { addReserved, signIns, signUpWithApp, start } from './support/second-factors.ts'

// By command: USHER_WALK_CALLS=100000 USHER_WALK_SEED=7 pnpm exec vitest run tests/second-factor-walk.test.ts
const calls = Number(process.env.USHER_WALK_CALLS ?? (inject('postgres') ? 2_000 : 10_000))
const seed = Number(process.env.USHER_WALK_SEED ?? 34)

type AnyAnswer = Awaited<ReturnType<TestBrowser['get']>>
type Somebody = Person & { secret?: string; backupCodes?: string[]; number?: string }

/** What the model knows of a sign-in: whose it is, and what was proved in it with a right proof. */
type Known = {
  person: Somebody
  browser: TestBrowser
  hasFirst: boolean
  hasSecond: boolean
  /** The first factor was the password. */
  isByPassword: boolean
  /** A code has shown that the browser is the person's. */
  isTrusted: boolean
}

type Walk = {
  server: TestServer
  people: Somebody[]
  browsers: TestBrowser[]
  known: Map<string, Known>
  /** Sessions of finished sign-ins. */
  earned: Set<string>
  /** Whose accounts a browser has held, where a password alone is not enough on another one; null where it is. */
  trusted: Map<TestBrowser, Set<string>> | null
  random: () => number
}

test(
  `S34: of ${calls} calls in any order by several browsers, none ends in a session without every factor`,
  {
    timeout: 300_000,
  },
  () => walkThrough(calls, false),
)

const fewer = Math.min(calls, 1_000)

test(
  `S34: of ${fewer} calls where a password alone is not enough on a new device, none gets through with it`,
  {
    timeout: 300_000,
  },
  () => walkThrough(fewer, true),
)

async function walkThrough(calls: number, clientTrust: boolean): Promise<void> {
  const server = await start({ lockAfter: 100, singleSessionMode: false, clientTrust })
  const people = await populate(server)
  const browsers = Array.from({ length: 4 }, () => server.browser())
  const walk: Walk = {
    server,
    people,
    browsers,
    known: new Map(),
    earned: new Set(),
    trusted: clientTrust ? new Map(browsers.map((browser) => [browser, new Set()])) : null,
    random: randomFrom(seed),
  }
  const completed = new Map<string, number>()
  for (let call = 0; call < calls; call++) {
    if (call % 25 === 0) await freshen(walk)
    server.clock.advance(Math.floor(walk.random() * 20_000))
    const step = one(walk, steps)
    const answer = await step(walk)
    const told = `seed ${seed}, call ${call}: ${step.name} -> ${answer?.status} ${answer?.body?.response?.id}`
    if (answer && answer.status >= 500) expect.unreachable(told)
    if (answer?.status === 200) judge(walk, answer, completed, told)
  }
  // The walk is worth something only when people get through, by every way there is.
  const ofInterest = people.filter(({ secret, number }) => !clientTrust || !(secret ?? number))
  for (const { address } of ofInterest) expect(completed.get(address) ?? 0).toBeGreaterThan(calls / 5_000)
}

/** Somebody without a second factor, one with an app, one with a number, one with both. */
async function populate(server: TestServer): Promise<Somebody[]> {
  const eve = await signUp(server, { email_address: 'eve@example.com' })
  const ada = await signUpWithApp(server)
  const bob = await signUp(server, { email_address: 'bob@example.com' })
  await addReserved(server, bob.browser, '+306945550123')
  const grace = await signUpWithApp(server, 'grace@example.com')
  await addReserved(server, grace.browser, '+306945550124')
  return [eve, ada, { ...bob, number: '+306945550123' }, { ...grace, number: '+306945550124' }]
}

/** Nobody stays locked or signed in, and backup codes do not run out. */
async function freshen({ server, people, browsers }: Walk): Promise<void> {
  const backend = backendOf(server)
  for (const person of people) {
    await backend.post(`/v1/users/${person.userId}/unlock`)
    if (person.backupCodes?.length)
      await backend.patch(`/v1/users/${person.userId}`, { backup_codes: person.backupCodes })
  }
  for (const browser of browsers) await browser.delete('/v1/client/sessions')
}

/** No answer may tell of a session, or of a finished sign-in, that the model does not know to be earned. */
function judge(
  { known, earned, trusted }: Walk,
  { body }: AnyAnswer,
  completed: Map<string, number>,
  told: string,
) {
  const { response, client } = body
  const isComplete = response?.object === 'sign_in_attempt' && response.status === 'complete'
  if (isComplete) earned.add(response.created_session_id)
  for (const { id } of (client ?? response)?.sessions ?? []) if (!earned.has(id)) expect.unreachable(told)
  if (!isComplete) return
  const attempt = known.get(response.id)
  const needsSecond = Boolean(attempt?.person.secret ?? attempt?.person.number)
  if (!attempt?.hasFirst || (needsSecond && !attempt.hasSecond)) expect.unreachable(told)
  const { address } = attempt.person
  const homes = trusted?.get(attempt.browser)
  const isStrange = homes && attempt.isByPassword && !homes.has(address)
  if (isStrange && !needsSecond && !attempt.isTrusted) expect.unreachable(told)
  homes?.add(address)
  completed.set(address, (completed.get(address) ?? 0) + 1)
}

type Step = (walk: Walk) => Promise<AnyAnswer | undefined>

const createWithPassword: Step = async (walk) => {
  const person = one(walk, walk.people)
  const isRight = walk.random() < 0.8
  return begin(walk, person, { password: isRight ? person.password : 'another password' }, isRight)
}

const createAlone: Step = (walk) => begin(walk, one(walk, walk.people), {}, false)

const createWithCode: Step = (walk) => {
  const strategy = one(walk, ['email_code', 'reset_password_email_code', 'phone_code', 'totp', 'backup_code'])
  return begin(walk, one(walk, walk.people), { strategy }, false)
}

async function begin(walk: Walk, person: Somebody, fields: object, isProof: boolean) {
  const browser = one(walk, walk.browsers)
  const answer = await browser.post(signIns, { identifier: person.address, ...fields })
  const id = answer.body.response?.id ?? answer.body.meta?.client?.sign_in?.id
  // A refused one leaves that of before in its place.
  if (id && !walk.known.has(id))
    walk.known.set(id, {
      person,
      browser,
      hasFirst: isProof && answer.status === 200,
      hasSecond: false,
      isByPassword: isProof,
      isTrusted: false,
    })
  return answer
}

const prepare: Step = async (walk) => {
  const strategy = one(walk, ['email_code', 'phone_code', 'reset_password_email_code', 'totp'])
  return call(walk, `prepare_${one(walk, ['first', 'second'])}_factor`, () => ({ strategy }))
}

const firstPassword: Step = (walk) =>
  call(
    walk,
    'attempt_first_factor',
    ({ person }) => ({ strategy: 'password', password: person.password }),
    'hasFirst',
  )

const firstCode: Step = (walk) =>
  call(
    walk,
    'attempt_first_factor',
    ({ person }) => ({
      strategy: one(walk, ['email_code', 'reset_password_email_code', 'phone_code', 'totp', 'backup_code']),
      code: codeFor(walk.server, one(walk, [person.address, person.address, person.number ?? ''])),
    }),
    'hasFirst',
  )

const newPassword: Step = (walk) => call(walk, 'reset_password', () => ({ password: goodPassword }))

const secondByApp: Step = async (walk) => {
  const { secret } = one(walk, walk.people)
  const code = secret ? await walk.server.authenticator(secret) : '123456'
  return call(
    walk,
    'attempt_second_factor',
    ({ person }) => ({
      strategy: 'totp',
      code: person.secret === secret ? code : one(walk, [code, '123456']),
    }),
    'hasSecond',
  )
}

const secondByMessage: Step = (walk) =>
  call(
    walk,
    'attempt_second_factor',
    ({ person }) => ({ strategy: 'phone_code', code: codeFor(walk.server, person.number ?? person.address) }),
    'hasSecond',
  )

const secondByBackupCode: Step = (walk) =>
  call(
    walk,
    'attempt_second_factor',
    ({ person }) => ({
      strategy: 'backup_code',
      code: one(walk, person.backupCodes ?? ['aaaaa-aaaaa']),
    }),
    'hasSecond',
  )

const secondByTheWrongThing: Step = (walk) =>
  call(
    walk,
    'attempt_second_factor',
    ({ person }) => ({
      strategy: one(walk, ['password', 'email_code', 'reset_password_email_code', 'totp', '__proto__']),
      password: person.password,
      code: codeFor(walk.server, person.address),
    }),
    // On a strange browser a code by mail is the right thing.
    'isTrusted',
  )

const askForTrust: Step = (walk) => call(walk, 'prepare_second_factor', () => ({ strategy: 'email_code' }))

const trustByCode: Step = (walk) =>
  call(
    walk,
    'attempt_second_factor',
    ({ person }) => ({ strategy: 'email_code', code: codeFor(walk.server, person.address) }),
    'isTrusted',
  )

const signUpAsSomebody: Step = (walk) =>
  one(walk, walk.browsers).post('/v1/client/sign_ups', {
    email_address: one(walk, walk.people).address,
    password: goodPassword,
  })

const readClient: Step = (walk) => one(walk, walk.browsers).get('/v1/client')

const steps: Step[] = [
  createWithPassword,
  createAlone,
  createWithCode,
  ...[prepare, prepare, firstPassword, firstCode, firstCode, newPassword],
  ...[secondByApp, secondByApp, secondByMessage, secondByMessage, secondByBackupCode],
  secondByTheWrongThing,
  ...[askForTrust, trustByCode, trustByCode],
  signUpAsSomebody,
  readClient,
]

/**
 * Calls something about one of the last sign-ins, mostly from the browser that began it. What the model counts as a
 * proof is a right one that the server took: it moved the sign-in on.
 */
async function call(
  walk: Walk,
  action: string,
  fieldsFor: (known: Known) => Record<string, unknown>,
  proves?: 'hasFirst' | 'hasSecond' | 'isTrusted',
): Promise<AnyAnswer | undefined> {
  const chosen = one(walk, [...walk.known].slice(-3))
  if (!chosen) return undefined
  const [id, known] = chosen
  const browser = walk.random() < 0.9 ? known.browser : one(walk, walk.browsers)
  const fields = fieldsFor(known)
  const isRight = proves !== undefined && (await isProof(walk, known, fields))
  const answer = await browser.post(`${signIns}/${id}/${action}`, fields)
  if (proves && isRight && answer.status === 200) {
    known[proves] = true
    if (proves === 'hasFirst') known.isByPassword = fields.strategy === 'password'
  }
  return answer
}

/** Says by what the person holds, and not by what the server answers, whether something proves anything. */
async function isProof(
  { server }: Walk,
  { person }: Known,
  fields: Record<string, unknown>,
): Promise<boolean> {
  const { strategy, code, password } = fields
  if (strategy === 'password') return password === person.password
  if (strategy === 'totp') return person.secret ? code === (await server.authenticator(person.secret)) : false
  if (strategy === 'backup_code') return person.backupCodes?.includes(String(code)) ?? false
  if (strategy === 'phone_code') return person.number ? code === codeFor(server, person.number) : false
  return code === codeFor(server, person.address)
}
