import { expect, test } from 'vitest'
import { otherThan } from './support/attempts.ts'
import { faultOf } from './support/faults.ts'
import { signUp } from './support/people.ts'
import { growStale, verificationOf } from './support/reverification.ts'
import { start } from './support/second-factors.ts'

const byEmail = { strategy: 'email_code' }

test('S21: the sixth wrong code kills the code', async () => {
  const server = await start({ lockAfter: 100 })
  const ada = await signUp(server)
  growStale(server)
  const { start: begin, prepare, attempt } = verificationOf(ada.browser, ada.sessionId)
  await begin()
  await prepare('first', byEmail)
  const code = server.inbox.code(ada.address)
  for (let tries = 0; tries < 5; tries++) {
    expect(faultOf(await attempt('first', { ...byEmail, code: otherThan(code) }))).toMatch(/incorrect/)
    server.clock.advance(5_000)
  }
  expect(faultOf(await attempt('first', { ...byEmail, code }))).toBe('400 verification_failed')
})

test('S20: a code is good for ten minutes', async () => {
  const server = await start()
  const ada = await signUp(server)
  growStale(server)
  const { start: begin, prepare, attempt } = verificationOf(ada.browser, ada.sessionId)
  await begin()
  await prepare('first', byEmail)
  const code = server.inbox.code(ada.address)
  growStale(server)
  expect(faultOf(await attempt('first', { ...byEmail, code }))).toBe('400 verification_expired')
})

test('S22: a code counts once: not again later, and of many at once one', async () => {
  const server = await start({ lockAfter: 100 })
  const ada = await signUp(server)
  growStale(server)
  const { start: begin, prepare, attempt } = verificationOf(ada.browser, ada.sessionId)
  await begin()
  await prepare('first', byEmail)
  const code = server.inbox.code(ada.address)
  const answers = await Promise.all([1, 2, 3].map(() => attempt('first', { ...byEmail, code })))
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  expect(faultOf(await attempt('first', { ...byEmail, code }))).toBe('400 verification_already_verified')
  growStale(server)
  await begin()
  expect(faultOf(await attempt('first', { ...byEmail, code }))).toMatch(/^400 verification_/)
})

test('S23: a code of a sign-in proves nothing here, and one from here signs nobody in', async () => {
  const server = await start()
  const ada = await signUp(server)
  growStale(server)
  const { start: begin, prepare, attempt } = verificationOf(ada.browser, ada.sessionId)
  await begin()
  const other = server.browser()
  const signIn = await other.post('/v1/client/sign_ins', { identifier: ada.address, ...byEmail })
  const codeOfSignIn = server.inbox.code(ada.address)
  expect(faultOf(await attempt('first', { ...byEmail, code: codeOfSignIn }))).toBe('400 verification_missing')
  await prepare('first', byEmail)
  const code = server.inbox.code(ada.address)
  expect(code).not.toBe(codeOfSignIn)
  const path = `/v1/client/sign_ins/${signIn.body.response.id}/attempt_first_factor`
  expect(faultOf(await other.post(path, { ...byEmail, code }))).toBe('422 form_code_incorrect code')
})

test('S23: a code goes to no address or number of somebody else', async () => {
  const server = await start()
  const ada = await signUp(server)
  const eve = await signUp(server, { email_address: 'eve@example.com' })
  const { start: begin, prepare } = verificationOf(eve.browser, eve.sessionId)
  growStale(server)
  await begin()
  expect(faultOf(await prepare('first', { ...byEmail, email_address_id: ada.addressId }))).toBe(
    '422 form_param_value_invalid email_address_id',
  )
})

test('S24: what the database holds of a code cannot be typed in', async () => {
  const server = await start()
  const ada = await signUp(server)
  growStale(server)
  const { start: begin, prepare } = verificationOf(ada.browser, ada.sessionId)
  await begin()
  await prepare('first', byEmail)
  const rows = await server.deps.db
    .selectFrom('verifications')
    .selectAll()
    .where('owner', '=', 'session')
    .execute()
  expect(rows).toHaveLength(1)
  expect(JSON.stringify(rows)).not.toContain(server.inbox.code(ada.address))
})

test('S26: a code asked for again at once is the one that is on its way', async () => {
  const server = await start()
  const ada = await signUp(server)
  growStale(server)
  const { start: begin, prepare } = verificationOf(ada.browser, ada.sessionId)
  await begin()
  await prepare('first', byEmail)
  const code = server.inbox.code(ada.address)
  await prepare('first', byEmail)
  expect(server.inbox.code(ada.address)).toBe(code)
})
