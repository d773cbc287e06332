import { beforeEach, describe, expect, test } from 'vitest'
import type { TestBrowser, TestServer } from '../src/testing/index.ts'
import { byLink, confirm, page, signInByLink, signUpByLink, tokenOf } from './support/links.ts'
import { signUp } from './support/people.ts'
import { createTestServer } from './support/test-server.ts'

const both = { ...byLink, emailVerifications: ['email_code' as const, 'email_link' as const] }
let server: TestServer
beforeEach(async () => {
  server = await createTestServer({ settings: both })
})

const clientOf = async (browser: TestBrowser) => (await browser.get('/v1/client')).body.response
const sessionsOf = async (browser: TestBrowser) => (await clientOf(browser)).sessions

describe('a sign-up by link', () => {
  test('ends in the browser in which it was begun', async () => {
    const browser = server.browser()
    const { path, prepared, link } = await signUpByLink(server, browser)
    expect(prepared.body.response.verifications.email_address).toMatchObject({
      status: 'unverified',
      strategy: 'email_link',
      next_action: 'needs_attempt',
      supported_strategies: ['email_code', 'email_link'],
    })
    const { status, location, result, sessionId } = await confirm(browser, link)
    expect({ status, result }).toEqual({ status: 303, result: 'verified' })
    expect(location).toBe(`${page}&__clerk_status=verified&__clerk_created_session=${sessionId}`)
    const { id, sessions } = await clientOf(browser)
    expect(sessions.map((session: { id: string }) => session.id)).toEqual([sessionId])
    expect(sessions[0].user.email_addresses[0].verification).toMatchObject({
      status: 'verified',
      strategy: 'email_link',
      verified_at_client: id,
    })
    const { response } = (await browser.get(path)).body
    expect(response).toMatchObject({ status: 'complete', created_session_id: sessionId })
    expect(response.verifications.email_address).toMatchObject({ status: 'verified', verified_at_client: id })
  })

  test('tells a page that asks what is still missing', async () => {
    server = await createTestServer({ settings: { ...both, firstName: 'required' } })
    const browser = server.browser()
    const { path, link } = await signUpByLink(server, browser)
    expect(await confirm(browser, link)).toMatchObject({ result: 'verified', sessionId: null })
    const { response } = (await browser.get(path)).body
    expect(response).toMatchObject({
      status: 'missing_requirements',
      missing_fields: ['first_name'],
      unverified_fields: [],
    })
    expect(response.verifications.email_address.strategy).toBe('email_link')
    const done = await browser.patch(path, { first_name: 'Ada' })
    expect(done.body.response.status).toBe('complete')
  })

  test('is void once the address is another one', async () => {
    const browser = server.browser()
    const { path, link } = await signUpByLink(server, browser)
    await browser.patch(path, { email_address: 'other@example.com' })
    expect(await confirm(browser, link)).toMatchObject({ result: 'failed' })
    expect(await sessionsOf(browser)).toEqual([])
  })

  test('is not typed in as a code', async () => {
    const browser = server.browser()
    const { path, link } = await signUpByLink(server, browser)
    const fields = { strategy: 'email_link', code: tokenOf(link) }
    const { status, body } = await browser.post(`${path}/attempt_verification`, fields)
    expect([status, body.errors[0].meta.param_name]).toEqual([422, 'strategy'])
  })
})

describe('a sign-in by link', () => {
  beforeEach(async () => {
    await signUp(server)
  })

  test('is offered with the address it goes to', async () => {
    const { body } = await server.browser().post('/v1/client/sign_ins', { identifier: 'ada@example.com' })
    const factor = body.response.supported_first_factors.find(
      ({ strategy }: { strategy: string }) => strategy === 'email_link',
    )
    expect(factor).toEqual({
      strategy: 'email_link',
      safe_identifier: expect.stringContaining('@example.com'),
      email_address_id: expect.stringMatching(/^idn_/),
      primary: true,
    })
  })

  test('signs in', async () => {
    const browser = server.browser()
    const { path, link } = await signInByLink(server, browser)
    const { sessionId } = await confirm(browser, link)
    const { id, sessions, last_authentication_strategy } = await clientOf(browser)
    expect(sessions).toMatchObject([{ id: sessionId }])
    expect(last_authentication_strategy).toBe('email_link')
    expect((await browser.get(path)).body.response).toMatchObject({
      status: 'complete',
      created_session_id: sessionId,
      first_factor_verification: { status: 'verified', strategy: 'email_link', verified_at_client: id },
    })
  })

  test('begins in one call, in a browser that is not known yet', async () => {
    const browser = server.browser()
    const fields = { identifier: 'ada@example.com', strategy: 'email_link', redirect_url: page }
    const { body } = await browser.post('/v1/client/sign_ins', fields)
    expect(body.response.first_factor_verification).toMatchObject({
      status: 'unverified',
      strategy: 'email_link',
    })
    expect(await confirm(browser, server.inbox.link('ada@example.com'))).toMatchObject({ result: 'verified' })
  })

  test('does not get past a closed account', async () => {
    const browser = server.browser()
    const { link } = await signInByLink(server, browser)
    await server.deps.db.updateTable('users').set({ banned: 1 }).execute()
    expect(await confirm(browser, link)).toMatchObject({ result: 'failed' })
    expect(await sessionsOf(browser)).toEqual([])
  })

  test('is not attempted by the client', async () => {
    const browser = server.browser()
    const { path } = await signInByLink(server, browser)
    const { status, body } = await browser.post(`${path}/attempt_first_factor`, { strategy: 'email_link' })
    expect([status, body.errors[0].meta.param_name]).toEqual([422, 'strategy'])
  })

  test('is refused where the settings do not offer it', async () => {
    server = await createTestServer({ settings: { emailLinkSignIn: false } })
    await signUp(server)
    const browser = server.browser()
    const begun = await browser.post('/v1/client/sign_ins', { identifier: 'ada@example.com' })
    const factors = begun.body.response.supported_first_factors as { strategy: string }[]
    expect(factors.map(({ strategy }) => strategy)).not.toContain('email_link')
    const path = `/v1/client/sign_ins/${begun.body.response.id}/prepare_first_factor`
    expect((await browser.post(path, { strategy: 'email_link', redirect_url: page })).status).toBe(422)
  })
})

describe('an address of the profile', () => {
  const add = async (browser: TestBrowser) => {
    const added = await browser.post('/v1/me/email_addresses', { email_address: 'work@example.com' })
    const path = `/v1/me/email_addresses/${added.body.response.id}`
    const fields = { strategy: 'email_link', redirect_url: page }
    const prepared = await browser.post(`${path}/prepare_verification`, fields)
    expect(prepared.body.response.verification).toMatchObject({
      status: 'unverified',
      strategy: 'email_link',
    })
    return { path, link: server.inbox.link('work@example.com') }
  }

  test('is verified by its link, and the open tabs are told', async () => {
    const { browser } = await signUp(server)
    const { path, link } = await add(browser)
    const told: string[] = []
    server.deps.events.subscribe(({ type }) => void told.push(type))
    expect(await confirm(browser, link)).toMatchObject({ result: 'verified', sessionId: null })
    const { body } = await browser.get(path)
    expect(body.response.verification).toMatchObject({
      status: 'verified',
      strategy: 'email_link',
      verified_at_client: (await clientOf(browser)).id,
    })
    expect(told).toEqual(['user.updated'])
  })

  test('is verified from a browser that nobody is signed in on', async () => {
    const { browser } = await signUp(server)
    const { path, link } = await add(browser)
    const phone = server.browser()
    expect(await confirm(phone, link)).toMatchObject({ result: 'verified', sessionId: null })
    expect((await browser.get(path)).body.response.verification.status).toBe('verified')
    expect(await sessionsOf(phone)).toEqual([])
  })

  test('stays unverified when somebody else has proved it in the meantime', async () => {
    const { browser } = await signUp(server)
    const { path, link } = await add(browser)
    await signUp(server, { email_address: 'work@example.com' })
    expect(await confirm(browser, link)).toMatchObject({ result: 'failed' })
    expect((await browser.get(path)).status).toBe(404)
  })
})
