import { instanceSettings } from '@usher/protocol'
import { describe, expect, test } from 'vitest'
import * as z from 'zod/mini'
import { createApp } from '../src/http/create-app.ts'
import type { TestBrowser, TestServer } from '../src/testing/index.ts'
import { attemptSignIn, beginSignIn, prepareSignIn } from './support/attempts.ts'
import { backendOf } from './support/backend.ts'
import { faultOf } from './support/faults.ts'
import { goodPassword, signInElsewhere, signUp } from './support/people.ts'
import { addVerified } from './support/phone-numbers.ts'
import { growStale, off, verificationOf } from './support/reverification.ts'
import {
  addApp,
  passPassword,
  reserve,
  secondFactors,
  signUpWithApp,
  start,
} from './support/second-factors.ts'
import {
  active,
  callCompromised,
  choosePassword,
  signInByCode,
  stateOf,
  waitingFor,
} from './support/session-tasks.ts'
import { createTestDatabase } from './support/test-server.ts'

const required = { secondFactors: { ...secondFactors, required: true } }
const another = 'a different good one'
const sessionOf = async (browser: TestBrowser) =>
  (await browser.get('/v1/client')).body.response.sessions.at(-1)

describe('a new password', () => {
  test('comes first for whoever signs in otherwise while the password is compromised', async () => {
    const server = await start()
    const ada = await signUp(server)
    await callCompromised(server, ada)
    const browser = await signInByCode(server, ada.address)
    expect(await stateOf(browser)).toEqual(waitingFor('reset-password'))

    const { body } = await choosePassword(browser, another, { sign_out_of_other_sessions: true })
    expect(body.client.sessions).toMatchObject([{ status: 'active', tasks: null }])
    expect(await stateOf(browser)).toEqual(active)
    expect((await ada.browser.get('/v1/me')).status).toBe(401)
    const { browser: third } = await signInElsewhere(server, { ...ada, password: another })
    expect(await stateOf(third)).toEqual(active)
  })

  test('is another one than the compromised, in the task and after a code', async () => {
    const server = await start()
    const ada = await signUp(server)
    await callCompromised(server, ada)
    const browser = await signInByCode(server, ada.address)
    expect(faultOf(await choosePassword(browser, goodPassword))).toBe(
      '422 form_new_password_matches_current new_password',
    )
    expect(faultOf(await choosePassword(browser, 'short'))).toBe(
      '422 form_password_length_too_short new_password',
    )
    expect(await stateOf(browser)).toEqual(waitingFor('reset-password'))

    server.clock.advance(60_000)
    const strategy = 'reset_password_email_code'
    const third = server.browser()
    const attempt = await beginSignIn(third, ada.address)
    await prepareSignIn(third, attempt, strategy)
    await attemptSignIn(third, attempt, server.inbox.code(ada.address), strategy)
    const reset = (password: string) => third.post(`${attempt.path}/reset_password`, { password })
    expect(faultOf(await reset(goodPassword))).toBe('422 form_new_password_matches_current password')
    expect((await reset(another)).body.response.status).toBe('complete')
    expect(await stateOf(third)).toEqual(active)
  })

  test('is asked of sessions that go on, until a backend takes it back', async () => {
    const server = await start()
    const ada = await signUp(server)
    await callCompromised(server, ada)
    expect(await stateOf(ada.browser)).toEqual(waitingFor('reset-password'))
    const backend = backendOf(server)
    const list = await backend.get(`/v1/sessions?user_id=${ada.userId}&status=pending`)
    expect(list.body).toMatchObject([
      { id: ada.sessionId, status: 'pending', tasks: [{ key: 'reset-password' }] },
    ])
    expect((await backend.get(`/v1/sessions?user_id=${ada.userId}&status=active`)).body).toEqual([])
    expect((await backend.post(`/v1/sessions/${ada.sessionId}/tokens`)).status).toBe(404)
    await backend.post(`/v1/users/${ada.userId}/password/unset_compromised`)
    expect(await stateOf(ada.browser)).toEqual(active)
  })

  test('may be given by a backend, which may take the password away as well', async () => {
    const server = await start()
    const ada = await signUp(server)
    const backend = backendOf(server)
    await callCompromised(server, ada)
    await backend.patch(`/v1/users/${ada.userId}`, { password: another })
    expect(await stateOf(ada.browser)).toEqual(active)
    await callCompromised(server, ada)
    expect(await stateOf(ada.browser)).toEqual(waitingFor('reset-password'))
    await backend.post(`/v1/users/${ada.userId}/remove_password`)
    expect(await stateOf(ada.browser)).toEqual(active)
  })

  for (const [name, settings] of [
    ['S9, S37: needs no old one, but a proof that is not old: with reverification', {}],
    ['S9, S37: needs no old one, but a proof that is not old: where reverification is off', off],
  ] as const)
    test(name, async () => {
      const server = await start(settings)
      const ada = await signUp(server)
      await callCompromised(server, ada)
      growStale(server)
      expect(faultOf(await choosePassword(ada.browser, another))).toBe('403 session_reverification_required')
      const verification = verificationOf(ada.browser, ada.sessionId)
      await verification.start('first_factor')
      const byPassword = { strategy: 'password', password: ada.password }
      expect(faultOf(await verification.attempt('first', byPassword))).toBe(
        '422 form_password_compromised password',
      )
      await verification.prepare('first', { strategy: 'email_code', email_address_id: ada.addressId })
      const code = server.inbox.code(ada.address)
      const proved = await verification.attempt('first', { strategy: 'email_code', code })
      expect(proved.body.response).toMatchObject({ status: 'complete', session: { status: 'pending' } })
      expect((await choosePassword(ada.browser, another)).status).toBe(200)
      expect(await stateOf(ada.browser)).toEqual(active)
    })

  test('is not asked of whoever acts as the user', async () => {
    const server = await start()
    const ada = await signUp(server)
    await callCompromised(server, ada)
    const backend = backendOf(server)
    const actor = { sub: 'user_support' }
    const { token } = (await backend.post('/v1/actor_tokens', { user_id: ada.userId, actor })).body
    const browser = server.browser()
    await browser.post('/v1/client/sign_ins', { strategy: 'ticket', ticket: token })
    expect(await stateOf(browser)).toEqual(active)
    await callCompromised(server, ada)
    expect(await stateOf(browser)).toEqual(active)
  })
})

describe('a second factor that is required', () => {
  test('is set up with an authenticator app before a sign-up counts, and asked for from then on', async () => {
    const server = await start(required)
    const ada = await signUp(server)
    expect(await stateOf(ada.browser)).toEqual(waitingFor('setup-mfa'))
    const { backupCodes } = await addApp(server, ada.browser)
    expect(backupCodes).toHaveLength(10)
    expect(await stateOf(ada.browser)).toEqual(active)
    const { attempt } = await passPassword(server, ada)
    expect(attempt.status).toBe('needs_second_factor')
  })

  test('is set up with a number, which is new', async () => {
    const server = await start(required)
    const { browser } = await signUp(server)
    const id = await addVerified(server, browser, '+306945550123')
    expect(await stateOf(browser)).toEqual(waitingFor('setup-mfa'))
    const { body } = await reserve(browser, id)
    expect(body.response.backup_codes).toHaveLength(10)
    expect(body.client.sessions).toMatchObject([{ status: 'active', tasks: null }])
    expect(await stateOf(browser)).toEqual(active)
  })

  test('comes after a new password', async () => {
    const server = await start(required)
    const ada = await signUp(server)
    await callCompromised(server, ada)
    expect(await stateOf(ada.browser)).toEqual(waitingFor('reset-password', 'setup-mfa'))
    expect(faultOf(await ada.browser.post('/v1/me/totp'))).toBe('403 session_pending')
    await choosePassword(ada.browser, another)
    expect(await stateOf(ada.browser)).toEqual(waitingFor('setup-mfa'))
    await addApp(server, ada.browser)
    expect(await stateOf(ada.browser)).toEqual(active)
  })

  test('is asked for again when the last one goes', async () => {
    const server = await start(required)
    const ada = await signUpWithApp(server)
    await backendOf(server).delete(`/v1/users/${ada.userId}/mfa`)
    expect(await stateOf(ada.browser)).toEqual(waitingFor('setup-mfa'))
  })

  test('S37: is set up only by somebody whose proof is not old, who may prove it again while the session waits', async () => {
    const server = await start(required)
    const ada = await signUp(server)
    growStale(server)
    expect(faultOf(await ada.browser.post('/v1/me/totp'))).toBe('403 session_reverification_required')
    const verification = verificationOf(ada.browser, ada.sessionId)
    await verification.start('second_factor')
    await verification.attempt('first', { strategy: 'password', password: ada.password })
    await addApp(server, ada.browser)
    expect(await stateOf(ada.browser)).toEqual(active)
  })

  test('is told to the screens, and needs a factor that there is', async () => {
    const server = await start(required)
    const { user_settings: settings } = (await server.browser().get('/v1/environment')).body
    expect(settings.sign_in.second_factor).toEqual({ required: true, enabled: true })
    expect(settings.sign_up.mfa).toEqual({ required: true })
    expect(z.safeParse(instanceSettings, { secondFactors: { required: true } }).success).toBe(false)
  })

  test('is required of open sessions when the server starts with it, and no longer when it starts without', async () => {
    const database = await createTestDatabase()
    const open = (settings: Partial<typeof required>) => start(settings, { database })
    const move = (old: TestBrowser, server: TestServer) => {
      const browser = server.browser()
      for (const [name, value] of Object.entries(old.jar.all()))
        browser.jar.set(name, value, { maxAge: 1, httpOnly: true })
      return browser
    }
    const first = await open({})
    const ada = await signUp(first)
    const grace = await signUpWithApp(first, 'grace@example.com')
    await first.close()
    for (const expected of [waitingFor('setup-mfa'), waitingFor('setup-mfa'), active]) {
      const server = await open(expected === active ? {} : required)
      expect(await stateOf(move(ada.browser, server))).toEqual(expected)
      expect(await stateOf(move(grace.browser, server))).toEqual(active)
      await server.close()
    }
  })
})

describe('a session that waits', () => {
  test('S34: may do what its task takes, and nothing else that there is', async () => {
    const server = await start({ ...required, deleteSelf: true })
    const ada = await signUp(server)
    const { routes } = createApp(server.deps).frontend
    const calls = new Set(
      routes
        .filter(({ method, path }) => method !== 'ALL' && path.startsWith('/v1/me'))
        .map(({ method, path }) => `${method} ${path.replaceAll(/:\w+/g, 'of_nobody')}`),
    )
    const openCalls = async () => {
      const found: string[] = []
      for (const call of calls) {
        const [method = '', path = ''] = call.split(' ')
        const answer = await ada.browser.fetch(path, { method })
        const { errors } = (await answer.json()) as { errors?: { code: string }[] }
        if (errors?.[0]?.code !== 'session_pending') found.push(call)
        server.clock.advance(10_000)
      }
      return found.sort()
    }
    expect(calls.size).toBeGreaterThan(25)
    expect(await openCalls()).toEqual([
      'GET /v1/me',
      'PATCH /v1/me/phone_numbers/of_nobody',
      'POST /v1/me/phone_numbers',
      'POST /v1/me/phone_numbers/of_nobody/attempt_verification',
      'POST /v1/me/phone_numbers/of_nobody/prepare_verification',
      'POST /v1/me/totp',
      'POST /v1/me/totp/attempt_verification',
    ])
    await callCompromised(server, ada)
    expect(await openCalls()).toEqual(['GET /v1/me', 'POST /v1/me/change_password'])
    expect(await stateOf(ada.browser)).toEqual(waitingFor('reset-password', 'setup-mfa'))
  })

  test("is in nobody's way: it may be signed out of, and ends in its time", async () => {
    const server = await start(required)
    const ada = await signUp(server)
    await ada.browser.post(`/v1/client/sessions/${ada.sessionId}/end`)
    expect(await sessionOf(ada.browser)).toBeUndefined()
    expect((await ada.browser.get('/v1/me')).status).toBe(401)
    const { browser } = await signInElsewhere(server, ada)
    server.clock.advance(604_800_001)
    expect(await sessionOf(browser)).toBeUndefined()
  })
})
