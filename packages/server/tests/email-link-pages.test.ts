import { beforeEach, describe, expect, test } from 'vitest'
import type { TestServer } from '../src/testing/index.ts'
import { byLink, confirm, open, page, signUpByLink } from './support/links.ts'
import { createTestServer } from './support/test-server.ts'

const both = { ...byLink, emailVerifications: ['email_code' as const, 'email_link' as const] }
let server: TestServer
beforeEach(async () => {
  server = await createTestServer({ settings: both })
})

describe('the page and the mail', () => {
  test('S63: the page can be framed, stored, indexed and scripted by nobody', async () => {
    const { link } = await signUpByLink(server, server.browser())
    const { headers } = await open(server.browser(), link)
    expect(headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; script-src 'nonce-\w{22}'; style-src 'nonce-\w{22}'; img-src data:; form-action 'self' http:\/\/localhost:5173; base-uri 'none'; frame-ancestors 'none'$/,
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
