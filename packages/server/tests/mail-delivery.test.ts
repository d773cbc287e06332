import { expect, test } from 'vitest'
import { attemptSignUp, beginSignIn, beginSignUp, prepareSignIn, prepareSignUp } from './support/attempts.ts'
import { addressPath, attempt } from './support/email-addresses.ts'
import { faultOf } from './support/faults.ts'
import { signUp } from './support/people.ts'
import { createTestServer } from './support/test-server.ts'

const failure = '503 mail_delivery_failed'

test('a sign-up goes on when the mail provider is back, and its first code was never counted', async () => {
  const server = await createTestServer({ limits: true })
  const browser = server.browser()
  const signUp = await beginSignUp(browser)
  for (let time = 0; time < 7; time++) {
    server.inbox.failNext()
    expect(faultOf(await prepareSignUp(browser, signUp))).toBe(failure)
  }
  expect((await prepareSignUp(browser, signUp)).status).toBe(200)
  expect(server.inbox.list()).toHaveLength(1)
  const done = await attemptSignUp(browser, signUp, server.inbox.code('ada@example.com'))
  expect(done.body.response.status).toBe('complete')
})

test('a sign-in goes on when the mail provider is back', async () => {
  const server = await createTestServer()
  const ada = await signUp(server)
  const browser = server.browser()
  const signIn = await beginSignIn(browser)
  for (const strategy of ['email_code', 'reset_password_email_code']) {
    const before = server.inbox.list().length
    server.inbox.failNext()
    expect(faultOf(await prepareSignIn(browser, signIn, strategy))).toBe(failure)
    expect((await prepareSignIn(browser, signIn, strategy)).status).toBe(200)
    expect(server.inbox.list()).toHaveLength(before + 1)
    expect(server.inbox.latest(ada.address)?.code).toMatch(/^\d{6}$/)
  }
})

test('an added address is kept when its mail fails, and is verified with the next one', async () => {
  const server = await createTestServer()
  const { browser } = await signUp(server)
  const { body } = await browser.post(addressPath, { email_address: 'new@example.com' })
  const path = `${addressPath}/${body.response.id}/prepare_verification`
  server.inbox.failNext()
  expect(faultOf(await browser.post(path, { strategy: 'email_code' }))).toBe(failure)
  expect((await browser.post(path, { strategy: 'email_code' })).status).toBe(200)
  const verified = await attempt(browser, body.response.id, server.inbox.code('new@example.com'))
  expect(verified.body.response.verification.status).toBe('verified')
})

test('S15: with enumeration protection a mail that fails is told to nobody', async () => {
  const server = await createTestServer({ settings: { enumerationProtection: true } })
  await signUp(server)
  for (const identifier of ['ada@example.com', 'nobody@example.com']) {
    const browser = server.browser()
    server.inbox.failNext()
    const answer = await prepareSignIn(browser, await beginSignIn(browser, identifier))
    expect(faultOf(answer)).toBe('200')
    server.inbox.failNext(0)
  }
})
