import { expect, test } from 'vitest'
import type { Logger } from '../src/ports/logger.ts'
import type { TestServer } from '../src/testing/index.ts'
import {
  attemptSignIn,
  attemptSignUp,
  beginSignIn,
  beginSignUp,
  otherThan,
  prepareSignIn,
  prepareSignUp,
} from './support/attempts.ts'
import { backendOf } from './support/backend.ts'
import { faultOf } from './support/faults.ts'
import { goodPassword, signInElsewhere } from './support/people.ts'
import { createTestServer } from './support/test-server.ts'

const address = 'ada.lovelace@example.com'
const wrongPassword = 'some other horse altogether'
const nextPassword = 'yet another long password'
const reset = 'reset_password_email_code'

function createCapture() {
  const lines: string[] = []
  const write = (fields: Record<string, unknown>, message: string) => {
    lines.push(JSON.stringify({ ...fields, message }))
  }
  const log: Logger = { info: write, warn: write, error: write }
  return { log, lines }
}

/** Everything that an account goes through, with the mistakes people make; returns what nobody may read in a log. */
async function liveThrough(server: TestServer): Promise<string[]> {
  const { inbox, clock } = server
  const browser = server.browser()
  const signUp = await beginSignUp(browser, { email_address: address })
  inbox.failNext()
  await prepareSignUp(browser, signUp)
  await prepareSignUp(browser, signUp)
  const first = inbox.code(address)
  await attemptSignUp(browser, signUp, otherThan(first))
  const oldSecret = browser.jar.get('__client')
  const done = await attemptSignUp(browser, signUp, first)
  const token = done.body.client.sessions[0].last_active_token.jwt
  const other = server.browser()
  await other.post('/v1/client/sign_ins', { identifier: address, password: wrongPassword })
  const signIn = await beginSignIn(other, address)
  await prepareSignIn(other, signIn, reset)
  const second = inbox.code(address)
  await attemptSignIn(other, signIn, second, reset)
  await other.post(`${signIn.path}/reset_password`, {
    password: nextPassword,
    sign_out_of_other_sessions: true,
  })
  clock.advance(60_000)
  const { browser: third } = await signInElsewhere(server, { address, password: nextPassword })
  await third.post('/v1/me/change_password', { current_password: wrongPassword, new_password: goodPassword })
  await third.post('/v1/client/sessions/sess_none/end')
  await backendOf(server, { authorization: 'Bearer sk_test_wrong-key-that-somebody-tried' }).get('/v1/users')
  await third.delete('/v1/client/sessions')
  const secrets = [oldSecret, ...[browser, other, third].map(({ jar }) => jar.get('__client'))]
  return [
    ...[goodPassword, wrongPassword, nextPassword, address, 'ada.lovelace', 'sk_test', server.secretKey],
    ...[first, second, token],
    ...secrets.filter((secret) => secret !== undefined),
  ]
}

test('S65: no log line and no audit row holds a password, a code, a token, a key or an address', async () => {
  const { log, lines } = createCapture()
  const server = await createTestServer({ log })
  const secrets = await liveThrough(server)
  expect(secrets.length).toBeGreaterThan(12)
  expect(lines.some((line) => line.includes('mail_failed'))).toBe(true)
  const audit = (await server.deps.db.selectFrom('audit_log').selectAll().execute()).map((row) =>
    JSON.stringify(row),
  )
  for (const line of [...lines, ...audit])
    for (const secret of secrets) expect(line.includes(secret), `${secret} in ${line}`).toBe(false)
})

test('S65: signing up, in and out is noted with who, when, where and how it went', async () => {
  const server = await createTestServer()
  const browser = server.browser({ ipAddress: '203.0.113.7' })
  const begun = await beginSignUp(browser)
  await prepareSignUp(browser, begun)
  const code = server.inbox.code('ada@example.com')
  const { created_user_id: userId, created_session_id: sessionId } = (
    await attemptSignUp(browser, begun, code)
  ).body.response
  await browser.post(`/v1/client/sessions/${sessionId}/end`)
  const other = server.browser({ ipAddress: '203.0.113.8' })
  await other.post('/v1/client/sign_ins', { identifier: 'ada@example.com', password: wrongPassword })
  await other.post('/v1/client/sign_ins', { identifier: 'ada@example.com', password: goodPassword })
  const rows = await server.deps.db.selectFrom('audit_log').selectAll().execute()
  const events = rows.map(({ event, result, ip_address }) => `${event} ${result} ${ip_address}`)
  expect(events).toContain('sign_up ok 203.0.113.7')
  expect(events).toContain('sign_in refused 203.0.113.8')
  expect(events).toContain('sign_in ok 203.0.113.8')
  expect(events.filter((event) => event.endsWith('ok 203.0.113.7'))).toHaveLength(2)
  for (const row of rows) expect(row).toMatchObject({ user_id: userId, at: server.clock.now() })
})

test('S66: when the database is down the caller learns nothing but a trace id, and the log says where', async () => {
  const { log, lines } = createCapture()
  const server = await createTestServer({ log })
  await server.close()
  const answer = await server.browser().post('/v1/client/sign_ins', { identifier: address })
  expect(faultOf(answer)).toBe('500 internal_clerk_error')
  expect(JSON.stringify(answer.body)).not.toMatch(/destroyed|driver|sqlite|postgres|at .*:\d+/i)
  expect(lines.join()).toContain(answer.body.clerk_trace_id)
  expect(lines.join()).not.toContain(address)
})
