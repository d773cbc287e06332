import { beforeEach, describe, expect, test } from 'vitest'
import type { TestBrowser, TestServer } from '../src/testing/index.ts'
import { byLink, confirm, landing, open, page, signInByLink, signUpByLink, tokenOf } from './support/links.ts'
import { signInElsewhere, signUp } from './support/people.ts'
import { createTestServer } from './support/test-server.ts'

const both = { ...byLink, emailVerifications: ['email_code' as const, 'email_link' as const] }
const clientOf = async (browser: TestBrowser) => (await browser.get('/v1/client')).body.response
const sessionsOf = async (browser: TestBrowser) => (await clientOf(browser)).sessions

let server: TestServer
beforeEach(async () => {
  server = await createTestServer({ settings: both })
})

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

describe('the link', () => {
  test('S24: is kept only as a digest', async () => {
    const { link } = await signUpByLink(server, server.browser())
    const rows = await server.deps.db.selectFrom('verifications').selectAll().execute()
    expect(JSON.stringify(rows)).not.toContain(tokenOf(link))
  })

  test('S27: carries at least 128 random bits', async () => {
    const first = await signUpByLink(server, server.browser())
    const second = await signUpByLink(server, server.browser(), { email_address: 'grace@example.com' })
    expect(tokenOf(first.link)).toMatch(/^[0-9A-Za-z]{43}$/)
    expect(tokenOf(second.link)).not.toBe(tokenOf(first.link))
  })

  test.each(['GET', 'HEAD'])(
    'S27: read with %s, as scanners of mail do, it is not used up',
    async (method) => {
      const browser = server.browser()
      const { path, link } = await signUpByLink(server, browser)
      for (const reader of [server.browser(), browser, browser]) {
        const { status } = await open(reader, link, method)
        expect(status).toBe(200)
      }
      const { response } = (await browser.get(path)).body
      expect(response.verifications.email_address.status).toBe('unverified')
      expect(await confirm(browser, link)).toMatchObject({ result: 'verified' })
    },
  )

  test('S27: works for ten minutes', async () => {
    const browser = server.browser()
    const { path, link } = await signUpByLink(server, browser)
    server.clock.advance(599_000)
    expect((await open(browser, link)).status).toBe(200)
    server.clock.advance(2_000)
    expect(landing(await open(browser, link))).toMatchObject({ result: 'expired' })
    expect(await confirm(browser, link)).toMatchObject({ status: 303, result: 'expired', sessionId: null })
    const { response } = (await browser.get(path)).body
    expect(response.verifications.email_address.status).toBe('expired')
  })

  test('S27: works once, also for the one who used it', async () => {
    const browser = server.browser()
    const { link } = await signUpByLink(server, browser)
    await confirm(browser, link)
    expect(landing(await open(browser, link))).toMatchObject({ result: 'failed', sessionId: null })
    expect(await confirm(browser, link)).toMatchObject({ result: 'failed', sessionId: null })
    expect(await sessionsOf(browser)).toHaveLength(1)
  })

  test('S22: of many confirmations at once exactly one succeeds', async () => {
    const browser = server.browser()
    const { link } = await signUpByLink(server, browser)
    const results = await Promise.all(Array.from({ length: 20 }, () => confirm(browser, link)))
    const verified = results.filter(({ result }) => result === 'verified')
    expect(verified).toHaveLength(1)
    const users = await server.deps.db.selectFrom('users').select('id').execute()
    const sessions = await server.deps.db.selectFrom('sessions').select('id').execute()
    expect([users.length, sessions.length]).toEqual([1, 1])
  })

  test('S22: a newer one makes it void', async () => {
    const browser = server.browser()
    const { path, link } = await signUpByLink(server, browser)
    server.clock.advance(31_000)
    await browser.post(`${path}/prepare_verification`, { strategy: 'email_link', redirect_url: page })
    const answer = await open(browser, link)
    expect(answer.status).toBe(400)
    expect(await answer.text()).toContain('replaced by a newer one')
    expect(await confirm(browser, link)).toMatchObject({ status: 400, location: null })
    expect(await confirm(browser, server.inbox.link('ada@example.com'))).toMatchObject({ result: 'verified' })
  })

  test('S26: is not sent twice within half a minute', async () => {
    const browser = server.browser()
    const { path } = await signUpByLink(server, browser)
    await browser.post(`${path}/prepare_verification`, { strategy: 'email_link', redirect_url: page })
    expect(server.inbox.list()).toHaveLength(1)
  })

  test.each([
    ['nothing', {}],
    ['an empty token', { token: '' }],
    ['an unknown token', { token: 'A'.repeat(43) }],
    ['a long token', { token: 'A'.repeat(5000) }],
    ['a token with a NUL', { token: 'a\0b' }],
  ])('S66: %s is answered with a 4xx, in words', async (_, fields: Record<string, string>) => {
    const browser = server.browser()
    const query = new URLSearchParams(fields)
    const answers = [
      await browser.fetch(`/v1/verify?${query}`),
      await browser.fetch('/v1/verify', { method: 'POST', body: query }),
    ]
    for (const answer of answers) {
      expect(answer.status).toBeGreaterThanOrEqual(400)
      expect(answer.status).toBeLessThan(500)
      expect(answer.headers.get('content-type')).toContain('text/html')
      expect(await answer.text()).toContain('This link does not work')
    }
  })

  test('S59: is not confirmed from the page of another site', async () => {
    const { link } = await signUpByLink(server, server.browser())
    const stranger = server.browser({ origin: 'https://evil.example' })
    expect((await confirm(stranger, link)).status).toBe(400)
    expect((await open(server.browser(), link)).status).toBe(200)
  })

  test('S46: is not tried without end', async () => {
    server = await createTestServer({ settings: both, limits: true })
    const browser = server.browser()
    const answers = await Promise.all(
      Array.from({ length: 31 }, () => browser.fetch('/v1/verify', { method: 'POST', body: 'token=x' })),
    )
    const refused = answers.filter(({ status }) => status === 429)
    expect(refused).toHaveLength(1)
    expect(refused[0]?.headers.get('retry-after')).toBeTruthy()
  })
})

describe('opened in another browser', () => {
  beforeEach(async () => {
    await signUp(server)
  })

  test('S28: the session is made in the browser that began, and the other one has none', async () => {
    const desk = server.browser({ userAgent: 'Mozilla/5.0 (X11; Linux x86_64) Chrome/140.0 Safari/537.36' })
    const phone = server.browser()
    const { path, link } = await signInByLink(server, desk)
    const { result, sessionId } = await confirm(phone, link)
    expect(result).toBe('verified')
    expect(await sessionsOf(phone)).toEqual([])
    const { body } = await desk.get(path)
    expect(body.response).toMatchObject({ status: 'complete', created_session_id: sessionId })
    expect(body.response.first_factor_verification.verified_at_client).toBeNull()
    expect(body.client.sessions).toMatchObject([{ id: sessionId }])
    const [device] = (await desk.get('/v1/me/sessions/active')).body
    expect(device.latest_activity).toMatchObject({ browser_name: 'Chrome', device_type: 'Linux' })
  })

  test('S28: the other browser is named where it is known', async () => {
    const desk = server.browser()
    const phone = server.browser()
    await phone.post('/v1/client')
    const { path, link } = await signInByLink(server, desk)
    await confirm(phone, link)
    const { response } = (await desk.get(path)).body
    expect(response.first_factor_verification.verified_at_client).toBe((await clientOf(phone)).id)
  })

  test('S28: a sign-up is finished where it was begun', async () => {
    const [desk, phone] = [server.browser(), server.browser()]
    const { link } = await signUpByLink(server, desk, { email_address: 'grace@example.com' })
    const { sessionId } = await confirm(phone, link)
    expect(await sessionsOf(desk)).toMatchObject([{ id: sessionId }])
    expect(await sessionsOf(phone)).toEqual([])
  })

  test('S28: nobody who is signed in on the other browser becomes somebody else', async () => {
    const phone = (await signUp(server, { email_address: 'grace@example.com' })).browser
    const before = await sessionsOf(phone)
    const { link } = await signInByLink(server, server.browser())
    await confirm(phone, link)
    expect((await sessionsOf(phone)).map(({ id }: { id: string }) => id)).toEqual(
      before.map(({ id }: { id: string }) => id),
    )
  })

  test('S28: where the settings ask for the same browser, another one cannot confirm it', async () => {
    server = await createTestServer({ settings: { ...both, emailLinkSameBrowser: true } })
    await signUp(server)
    const [desk, phone] = [server.browser(), server.browser()]
    const { link } = await signInByLink(server, desk)
    expect(landing(await open(phone, link))).toMatchObject({ result: 'client_mismatch' })
    expect(await confirm(phone, link)).toMatchObject({ result: 'client_mismatch', sessionId: null })
    expect(await sessionsOf(desk)).toEqual([])
    expect(await confirm(desk, link)).toMatchObject({ result: 'verified' })
  })

  test('S28: the page confirms by itself only where the link was asked for, and says who asked elsewhere', async () => {
    const desk = server.browser({
      userAgent: 'Mozilla/5.0 (X11; Linux x86_64) Chrome/140.0 Safari/537.36',
      ipAddress: '203.0.113.7',
    })
    const { link } = await signInByLink(server, desk)
    const own = await (await open(desk, link)).text()
    const other = await (await open(server.browser(), link)).text()
    expect(own).toContain('submit()')
    expect(other).not.toContain('<script')
    expect(other).toContain('Chrome on Linux (203.0.113.7)')
    for (const text of [own, other]) expect(text).toMatch(/<form method="post".*<button>/)
  })

  test('S51: the secret that a browser had before it asked for a link is dead', async () => {
    const desk = server.browser()
    await desk.post('/v1/client')
    const planted = desk.jar.get('__client') ?? ''
    const { link } = await signInByLink(server, desk)
    await confirm(server.browser(), link)
    const thief = server.browser()
    thief.jar.set('__client', planted, { maxAge: 1, httpOnly: true })
    expect(await sessionsOf(thief)).toEqual([])
    expect(await sessionsOf(desk)).toHaveLength(1)
  })

  test('S51: confirmed in the browser that asked, it brings a new secret', async () => {
    const desk = server.browser()
    const { link } = await signInByLink(server, desk)
    const before = desk.jar.get('__client')
    await confirm(desk, link)
    expect(desk.jar.get('__client')).not.toBe(before)
  })

  test('a browser that was signed in meanwhile stays as it is', async () => {
    const desk = server.browser()
    const { link } = await signInByLink(server, desk)
    const { sessionId } = await signInElsewhere(
      server,
      { address: 'ada@example.com', password: 'correct horse battery staple' },
      desk,
    )
    expect(await confirm(server.browser(), link)).toMatchObject({ result: 'failed' })
    expect(await sessionsOf(desk)).toMatchObject([{ id: sessionId }])
  })
})

describe('the page and the mail', () => {
  test('S63: the page can be framed, stored, indexed and scripted by nobody', async () => {
    const { link } = await signUpByLink(server, server.browser())
    const { headers } = await open(server.browser(), link)
    expect(headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; script-src 'nonce-\w{22}'; style-src 'nonce-\w{22}'; form-action 'self' http:\/\/localhost:5173; base-uri 'none'; frame-ancestors 'none'$/,
    )
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('referrer-policy')).toBe('same-origin')
    expect(headers.get('x-robots-tag')).toBe('noindex')
  })

  test('what an administrator named the application is text on the page and in the mail', async () => {
    const applicationName = '<script>alert(1)</script> & "Co"'
    server = await createTestServer({ settings: { ...both, applicationName } })
    const { link } = await signUpByLink(server, server.browser())
    expect(await (await open(server.browser(), link)).text()).not.toContain('<script>alert')
    expect(server.inbox.latest('ada@example.com')?.html).not.toContain('<script>alert')
  })

  test('the mail says who asked, in text and in HTML, with one link', async () => {
    const browser = server.browser({
      userAgent: 'Mozilla/5.0 (X11; Linux x86_64) Chrome/140.0 Safari/537.36',
      ipAddress: '203.0.113.7',
    })
    const { link } = await signUpByLink(server, browser)
    const mail = server.inbox.latest('ada@example.com')
    expect(link).toMatch(/^http:\/\/localhost:4000\/v1\/verify\?token=/)
    for (const body of [mail?.text, mail?.html]) {
      expect(body).toContain(link)
      expect(body).toContain('Chrome on Linux, 203.0.113.7')
    }
    expect(mail?.code).toBeUndefined()
    expect(mail?.subject).toBe('Finish your Acme account')
  })

  test('the link is on the name that the browser knows the server by', async () => {
    const browser = server.browser()
    const { body } = await browser.post('http://127.0.0.1:4000/__clerk/v1/client/sign_ups', {
      email_address: 'ada@example.com',
    })
    const path = `http://127.0.0.1:4000/__clerk/v1/client/sign_ups/${body.response.id}/prepare_verification`
    await browser.post(path, { strategy: 'email_link', redirect_url: page })
    const link = server.inbox.link('ada@example.com')
    expect(link).toMatch(/^http:\/\/127\.0\.0\.1:4000\/__clerk\/v1\/verify\?/)
    expect((await open(browser, link)).status).toBe(200)
  })

  test('S29: a made-up Host does not get into the mail', async () => {
    const browser = server.browser()
    const { body } = await browser.post('/v1/client/sign_ups', { email_address: 'ada@example.com' })
    const path = `/v1/client/sign_ups/${body.response.id}/prepare_verification`
    await browser.post(`https://evil.example${path}`, { strategy: 'email_link', redirect_url: page })
    expect(server.inbox.link('ada@example.com')).toMatch(/^http:\/\/127\.0\.0\.1:4000\/v1\/verify\?/)
  })

  test('a test address gets its link by mail like any other', async () => {
    server = await createTestServer({ settings: { ...both, testMode: true } })
    const email_address = 'ada+clerk_test@example.com'
    const browser = server.browser()
    const { link } = await signUpByLink(server, browser, { email_address })
    expect(await confirm(browser, link)).toMatchObject({ result: 'verified' })
  })

  test('what cannot be delivered is said, and can be asked for again at once', async () => {
    const browser = server.browser()
    const { body } = await browser.post('/v1/client/sign_ups', { email_address: 'ada@example.com' })
    const path = `/v1/client/sign_ups/${body.response.id}/prepare_verification`
    server.inbox.failNext()
    const fields = { strategy: 'email_link', redirect_url: page }
    expect((await browser.post(path, fields)).body.errors[0].code).toBe('mail_delivery_failed')
    expect((await browser.post(path, fields)).status).toBe(200)
  })
})

describe('with enumeration protection', () => {
  beforeEach(async () => {
    server = await createTestServer({ settings: { ...both, enumerationProtection: true } })
    await signUp(server)
  })

  test('S15: a link for nobody is asked for like one for somebody', async () => {
    const ask = async (identifier: string) => {
      const browser = server.browser()
      const { body } = await browser.post('/v1/client/sign_ins', { identifier })
      const path = `/v1/client/sign_ins/${body.response.id}/prepare_first_factor`
      const { status, body: prepared } = await browser.post(path, {
        strategy: 'email_link',
        redirect_url: page,
      })
      const { id: _, identifier: __, abandon_at: ___, ...rest } = prepared.response
      return { status, rest: JSON.stringify(rest).replaceAll(/[a-z]\*+/g, '*') }
    }
    expect(await ask('ada@example.com')).toEqual(await ask('eve@example.com'))
    expect(server.inbox.list().filter(({ to }) => to === 'eve@example.com')).toEqual([])
  })

  test('S18: an address that has an account gets word of it instead of a link', async () => {
    const browser = server.browser()
    const { body } = await browser.post('/v1/client/sign_ups', { email_address: 'ada@example.com' })
    const path = `/v1/client/sign_ups/${body.response.id}/prepare_verification`
    expect((await browser.post(path, { strategy: 'email_link', redirect_url: page })).status).toBe(200)
    const mail = server.inbox.latest('ada@example.com')
    expect(mail?.link).toBeUndefined()
    expect(mail?.subject).toContain('You already have an account')
  })
})
