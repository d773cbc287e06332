import { beforeEach, describe, expect, test } from 'vitest'
import type { TestBrowser, TestServer } from '../src/testing/index.ts'
import { byLink, confirm, landing, open, page, signInByLink, signUpByLink } from './support/links.ts'
import { signInElsewhere, signUp } from './support/people.ts'
import { createTestServer } from './support/test-server.ts'

const both = { ...byLink, emailVerifications: ['email_code' as const, 'email_link' as const] }
let server: TestServer
beforeEach(async () => {
  server = await createTestServer({ settings: both })
})

const clientOf = async (browser: TestBrowser) => (await browser.get('/v1/client')).body.response
const sessionsOf = async (browser: TestBrowser) => (await clientOf(browser)).sessions

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
    const devices = (await desk.get('/v1/me/sessions/active')).body as {
      id: string
      latest_activity: object
    }[]
    expect(devices.find(({ id }) => id === sessionId)?.latest_activity).toMatchObject({
      browser_name: 'Chrome',
      device_type: 'Linux',
    })
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

  test('S51: so is the one that a browser had before a sign-up, and asking for the link changes it no more', async () => {
    const desk = server.browser()
    await desk.post('/v1/client')
    const planted = desk.jar.get('__client')
    const { id } = (await desk.post('/v1/client/sign_ups', { email_address: 'new@example.com' })).body
      .response
    const own = desk.jar.get('__client')
    expect(own).not.toBe(planted)
    await desk.post(`/v1/client/sign_ups/${id}/prepare_verification`, {
      strategy: 'email_link',
      redirect_url: page,
    })
    expect(desk.jar.get('__client')).toBe(own)
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
