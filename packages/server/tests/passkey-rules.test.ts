import { expect, test, vi } from 'vitest'
import type { Logger } from '../src/ports/logger.ts'
import { createTestAuthenticator } from '../src/testing/index.ts'
import { backendOf } from './support/backend.ts'
import { faultOf } from './support/faults.ts'
import {
  addPasskey,
  beginPasskey,
  beginSignIn,
  passkey,
  signIns,
  signInWithPasskey,
  start,
  startWithAda,
} from './support/passkeys.ts'
import { signUp } from './support/people.ts'
import { addApp, signIns as path, secondFactors } from './support/second-factors.ts'

test('S15: a sign-in by passkey answers the same for known and unknown addresses', async () => {
  const { server, ada } = await startWithAda({ enumerationProtection: true })
  const eve = await signUp(server, { email_address: 'eve@example.com' })
  const ofEve = createTestAuthenticator()
  await addPasskey(eve.browser, ofEve)
  const shapes: unknown[] = []
  for (const address of [ada.address, 'nobody@example.com']) {
    const { begun, nonce, attempt } = await beginSignIn(server.browser(), address)
    const { challenge: _, ...options } = JSON.parse(nonce)
    const { supported_first_factors: factors } = begun.body.response
    const offered = factors.map((factor: { strategy: string }) => factor.strategy)
    shapes.push({
      status: begun.status,
      options,
      offered,
      fault: faultOf(await attempt(await ofEve.get(nonce))),
    })
  }
  expect(shapes[0]).toMatchObject({ fault: '422 passkey_not_registered' })
  expect(shapes[1]).toEqual(shapes[0])
})

test('S45: a person whose account wrong tries have locked gets in with a passkey, which ends the lock', async () => {
  const { server, ada, authenticator } = await startWithAda({ lockAfter: 5 })
  const eve = server.browser()
  for (let count = 0; count < 5; count++)
    await eve.post(signIns, { identifier: ada.address, password: 'a wrong password' })
  const locked = await eve.post(signIns, { identifier: ada.address, password: ada.password })
  expect(faultOf(locked)).toBe('403 user_locked')
  expect((await signInWithPasskey(server.browser(), authenticator)).body.response.status).toBe('complete')
  const open = await server.browser().post(signIns, { identifier: ada.address, password: ada.password })
  expect(open.body.response.status).toBe('complete')
})

test('who was locked or banned by a backend does not get in with a passkey', async () => {
  const { server, ada, authenticator } = await startWithAda()
  const { db } = server.deps
  await db
    .updateTable('users')
    .set({ locked_until: server.clock.now() + 60_000 })
    .execute()
  expect(faultOf(await signInWithPasskey(server.browser(), authenticator))).toBe('403 user_locked')
  await db.updateTable('users').set({ locked_until: null, banned: 1 }).execute()
  expect(faultOf(await signInWithPasskey(server.browser(), authenticator))).toBe('403 user_banned')
  expect(ada.userId).toBeTruthy()
})

test('a passkey shows two things at once, so nobody asks for a second factor', async () => {
  const { server, ada, authenticator } = await startWithAda({ secondFactors })
  await addApp(server, ada.browser)
  const { body } = await signInWithPasskey(server.browser(), authenticator)
  expect(body.response.status).toBe('complete')
  expect(body.client.sessions[0].factor_verification_age).toEqual([0, 0])
})

test('S34: where the settings say so a passkey is one factor, and the second one is asked for', async () => {
  const strict = { ...passkey, satisfiesSecondFactor: false }
  const { server, ada, authenticator, id } = await startWithAda({ secondFactors, passkey: strict })
  const { secret } = await addApp(server, ada.browser)
  const browser = server.browser()
  const first = await signInWithPasskey(browser, authenticator)
  expect(first.body.response).toMatchObject({ status: 'needs_second_factor', identifier: ada.address })
  expect(first.body.client.sessions).toEqual([])
  const code = await server.authenticator(secret)
  const second = { strategy: 'totp', code }
  const done = await browser.post(`${path}/${first.body.response.id}/attempt_second_factor`, second)
  expect(done.body.response.status).toBe('complete')

  server.clock.advance(30_000)
  const waiting = server.browser()
  const begun = await signInWithPasskey(waiting, authenticator)
  await ada.browser.delete(`/v1/me/passkeys/${id}`)
  const late = { strategy: 'totp', code: await server.authenticator(secret) }
  const answer = await waiting.post(`${path}/${begun.body.response.id}/attempt_second_factor`, late)
  expect(faultOf(answer)).toBe('400 verification_expired')
})

test('S41: a counter that goes back is logged, and one that grows is not', async () => {
  const lines: object[] = []
  const log: Logger = { info: () => {}, warn: (fields) => lines.push(fields), error: () => {} }
  const server = await start({}, { log })
  const ada = await signUp(server)
  const authenticator = createTestAuthenticator()
  const id = await addPasskey(ada.browser, authenticator, { counter: 5 })
  expect((await signInWithPasskey(server.browser(), authenticator)).status).toBe(200)
  expect(lines).toEqual([])
  const { nonce, attempt } = await beginSignIn(server.browser())
  expect((await attempt(await authenticator.get(nonce, { counter: 6 }))).status).toBe(200)
  expect(lines).toEqual([
    { event: 'passkey_counter_regressed', passkeyId: id, userId: ada.userId, counter: 6, before: 6 },
  ])
})

test('S70: of a deleted person no passkey and no challenge stays', async () => {
  const { server, ada } = await startWithAda({ deleteSelf: true })
  await beginPasskey(ada.browser)
  await ada.browser.delete('/v1/me')
  for (const table of ['passkeys', 'verifications'] as const)
    expect(await server.deps.db.selectFrom(table).select('id').execute()).toEqual([])
})

test('S38: the owner is told by mail of a passkey that is added or removed, also by a backend', async () => {
  const { server, ada, id } = await startWithAda()
  const subject = () => server.inbox.latest(ada.address)?.subject
  await vi.waitFor(() => expect(subject()).toBe('A passkey was added to your Acme account'))
  await ada.browser.delete(`/v1/me/passkeys/${id}`)
  await vi.waitFor(() => expect(subject()).toBe('A passkey was removed from your Acme account'))
  const another = await addPasskey(ada.browser, createTestAuthenticator())
  await vi.waitFor(() => expect(subject()).toBe('A passkey was added to your Acme account'))
  await backendOf(server).delete(`/v1/users/${ada.userId}/passkeys/${another}`)
  await vi.waitFor(() => expect(subject()).toBe('A passkey was removed from your Acme account'))
})
