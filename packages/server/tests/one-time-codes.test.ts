import { expect, test } from 'vitest'
import type { TestBrowser, TestServer } from '../src/testing/index.ts'
import {
  attemptSignIn,
  attemptSignUp,
  beginSignIn,
  beginSignUp,
  otherThan,
  prepareSignIn,
  prepareSignUp,
} from './support/attempts.ts'
import { faultOf } from './support/faults.ts'
import { signUp } from './support/people.ts'
import { createTestServer } from './support/test-server.ts'

const address = 'ada@example.com'

/** A browser whose sign-up waits for its code. */
async function awaitCode(server: TestServer, browser = server.browser(), email_address = address) {
  const attempt = await beginSignUp(browser, { email_address })
  await prepareSignUp(browser, attempt)
  const code = server.inbox.code(email_address)
  return { browser, attempt, code, send: (given: string) => attemptSignUp(browser, attempt, given) }
}

const statusOf = async (browser: TestBrowser) =>
  (await browser.get('/v1/client')).body.response.sign_up.verifications.email_address.status

test('S20: a code works for ten minutes and not a second longer', async () => {
  const server = await createTestServer()
  const early = await awaitCode(server)
  server.clock.advance(599_000)
  expect((await early.send(early.code)).status).toBe(200)
  const late = await awaitCode(server, server.browser(), 'grace@example.com')
  server.clock.advance(601_000)
  expect(faultOf(await late.send(late.code))).toBe('400 verification_expired')
  expect(await statusOf(late.browser)).toBe('expired')
  await prepareSignUp(late.browser, late.attempt)
  expect((await late.send(server.inbox.code('grace@example.com'))).status).toBe(200)
})

test('S21: the sixth wrong code kills the code', async () => {
  const server = await createTestServer()
  const { browser, attempt, code, send } = await awaitCode(server)
  for (let wrong = 1; wrong <= 5; wrong++) {
    const answer = await send(otherThan(code))
    expect(faultOf(answer)).toBe('422 form_code_incorrect code')
    expect(answer.body.meta.client.sign_up.verifications.email_address.attempts).toBe(wrong)
  }
  expect(faultOf(await send(code))).toBe('400 verification_failed')
  expect(await statusOf(browser)).toBe('failed')
  await prepareSignUp(browser, attempt)
  expect((await send(server.inbox.code(address))).status).toBe(200)
})

test('S21: tries that arrive together count one by one', async () => {
  const server = await createTestServer()
  const { code, send } = await awaitCode(server)
  const guesses = Array.from({ length: 20 }, () => send(otherThan(code)))
  const answers = await Promise.all(guesses)
  expect(answers.filter(({ status }) => status === 200)).toEqual([])
  const [row] = await server.deps.db.selectFrom('verifications').selectAll().execute()
  expect(row).toMatchObject({ attempts: 5, status: 'failed' })
  expect(faultOf(await send(code))).toBe('400 verification_failed')
})

test('S22: of a hundred pairs that send one code at once, each has exactly one success', async () => {
  const server = await createTestServer()
  await signUp(server)
  for (let race = 0; race < 100; race++) {
    const browser = server.browser()
    const attempt = await beginSignIn(browser)
    await prepareSignIn(browser, attempt)
    const code = server.inbox.code(address)
    const answers = await Promise.all([
      attemptSignIn(browser, attempt, code),
      attemptSignIn(browser, attempt, code),
    ])
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(answers.filter(({ status }) => status >= 500)).toEqual([])
    await browser.delete('/v1/client/sessions')
  }
})

test('S22: a new code voids the old one', async () => {
  const server = await createTestServer()
  const { browser, attempt, code, send } = await awaitCode(server)
  server.clock.advance(30_000)
  await prepareSignUp(browser, attempt)
  const next = server.inbox.code(address)
  expect(next).not.toBe(code)
  expect(faultOf(await send(code))).toBe('422 form_code_incorrect code')
  expect((await send(next)).status).toBe(200)
})

test('S23: a code works in no other attempt, for no other address and for no other purpose', async () => {
  const server = await createTestServer()
  await signUp(server)
  const first = server.browser()
  const one = await beginSignIn(first)
  await prepareSignIn(first, one)
  const code = server.inbox.code(address)
  const second = server.browser()
  const two = await beginSignIn(second)
  await prepareSignIn(second, two)
  expect(server.inbox.code(address)).not.toBe(code)
  expect(faultOf(await attemptSignIn(second, two, code))).toBe('422 form_code_incorrect code')

  await prepareSignIn(second, two, 'reset_password_email_code')
  const reset = server.inbox.code(address)
  expect(faultOf(await attemptSignIn(second, two, reset))).toBe('422 form_code_incorrect code')
  expect(faultOf(await attemptSignIn(first, one, code, 'reset_password_email_code'))).toBe(
    '400 verification_missing',
  )
  const grace = await awaitCode(server, server.browser(), 'grace@example.com')
  expect(faultOf(await grace.send(code))).toBe('422 form_code_incorrect code')
})

test('S24: no table holds a code or the secret of a browser', async () => {
  const server = await createTestServer()
  const { browser, code } = await awaitCode(server)
  const tables = await server.deps.db.introspection.getTables()
  const dump: string[] = []
  for (const { name } of tables)
    dump.push(
      JSON.stringify(
        await server.deps.db
          .selectFrom(name as 'users')
          .selectAll()
          .execute(),
      ),
    )
  const secret = browser.jar.get('__client') ?? ''
  expect(secret.length).toBeGreaterThan(40)
  expect(dump.join('\n')).toContain(address)
  expect(dump.join('\n')).not.toContain(secret)
  expect(dump.join('\n')).not.toContain(`"${code}"`)
})

test('S26: within 30 seconds nothing is sent again, and the answer is the same', async () => {
  const server = await createTestServer({ limits: true })
  const { browser, attempt } = await awaitCode(server)
  const before = (await browser.get(attempt.path)).body.response
  server.clock.advance(29_999)
  const again = await prepareSignUp(browser, attempt)
  expect(again.status).toBe(200)
  expect(again.body.response).toEqual(before)
  expect(server.inbox.list()).toHaveLength(1)
  server.clock.advance(1)
  await prepareSignUp(browser, attempt)
  expect(server.inbox.list()).toHaveLength(2)
})

test('S26: a form that is sent twice sends one mail', async () => {
  const server = await createTestServer()
  const browser = server.browser()
  const attempt = await beginSignUp(browser)
  const answers = await Promise.all([1, 2, 3].map(() => prepareSignUp(browser, attempt)))
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
  expect(server.inbox.list()).toHaveLength(1)
})

test('S26: five mails in ten minutes to one address are enough, whoever asks', async () => {
  const server = await createTestServer({ limits: true })
  for (let sent = 0; sent < 5; sent++) {
    await awaitCode(server, server.browser({ ipAddress: `192.0.2.${sent}` }))
    server.clock.advance(60_000)
  }
  const eve = server.browser({ ipAddress: '192.0.2.99' })
  const attempt = await beginSignUp(eve)
  const refused = await prepareSignUp(eve, attempt)
  expect(faultOf(refused)).toBe('429 too_many_requests')
  expect(refused.headers.get('retry-after')).toBe('300')
  expect(server.inbox.list()).toHaveLength(5)
  server.clock.advance(300_000)
  expect((await prepareSignUp(eve, attempt)).status).toBe(200)
})

test('S26: a day sees at most twenty mails to one address', async () => {
  const server = await createTestServer({ limits: true })
  const browser = server.browser()
  const attempt = await beginSignUp(browser)
  const day: string[] = []
  for (let asked = 0; asked < 25; asked++) {
    day.push(faultOf(await prepareSignUp(browser, attempt)))
    server.clock.advance(200_000)
  }
  expect(day.filter((fault) => fault === '200')).toHaveLength(20)
  expect(day.slice(20)).toEqual(Array(5).fill('429 too_many_requests'))
})
