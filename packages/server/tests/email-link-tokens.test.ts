import { beforeEach, describe, expect, test } from 'vitest'
import type { TestBrowser, TestServer } from '../src/testing/index.ts'
import { byLink, confirm, landing, open, page, signUpByLink, tokenOf } from './support/links.ts'
import { signUp } from './support/people.ts'
import { createTestServer } from './support/test-server.ts'

const both = { ...byLink, emailVerifications: ['email_code' as const, 'email_link' as const] }
let server: TestServer
beforeEach(async () => {
  server = await createTestServer({ settings: both })
})

const clientOf = async (browser: TestBrowser) => (await browser.get('/v1/client')).body.response
const sessionsOf = async (browser: TestBrowser) => (await clientOf(browser)).sessions

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
