import { beforeEach, describe, expect, test } from 'vitest'
import type { TestBrowser, TestServer } from '../src/testing/index.ts'
import { faultOf } from './support/faults.ts'
import { confirm, open, page } from './support/links.ts'
import { goodPassword, type Person, signUp } from './support/people.ts'
import { addApp, signIns, start } from './support/second-factors.ts'

const strategy = 'email_link'
const settings = { clientTrust: true, emailLinkSignIn: true }
let server: TestServer
let ada: Person
beforeEach(async () => {
  server = await start(settings)
  ada = await signUp(server)
})

const sessionsOf = async (browser: TestBrowser) => (await browser.get('/v1/client')).body.response.sessions

/** A browser that the account does not know, past the password; `send` asks for the link. */
async function meetStranger(browser = server.browser()) {
  const given = { identifier: ada.address, password: goodPassword }
  const { response } = (await browser.post(signIns, given)).body
  const path = `${signIns}/${response.id}`
  const prepare = (fields = {}) =>
    browser.post(`${path}/prepare_second_factor`, { strategy, redirect_url: page, ...fields })
  const send = async () => {
    const { body } = await prepare()
    return { sent: body.response.second_factor_verification, link: server.inbox.link(ada.address) }
  }
  return { browser, response, path, prepare, send }
}

describe('a link on a device that the account does not know', () => {
  test('shows that it is the owner, once for each browser', async () => {
    const { browser, response, path, send } = await meetStranger()
    expect(response).toMatchObject({
      status: 'needs_client_trust',
      supported_second_factors: [
        { strategy: 'email_code', email_address_id: ada.addressId },
        { strategy, email_address_id: ada.addressId, safe_identifier: 'a****@example.com' },
      ],
    })
    const { sent, link } = await send()
    expect(sent).toMatchObject({ status: 'unverified', strategy, expire_at: server.clock.now() + 600_000 })
    const { result, sessionId } = await confirm(browser, link)
    expect(result).toBe('verified')
    const { body } = await browser.get(path)
    expect(body.response).toMatchObject({ status: 'complete', created_session_id: sessionId })
    expect(body.response.second_factor_verification).toMatchObject({
      ...{ status: 'verified', strategy, verified_at_client: body.client.id },
    })
    expect(body.client.sessions[0].factor_verification_age).toEqual([0, -1])
    await browser.delete('/v1/client/sessions')
    expect((await meetStranger(browser)).response.status).toBe('complete')
  })

  test('S28: the session is made in the browser that began, wherever the link is opened', async () => {
    const { browser, path, send } = await meetStranger()
    const { link } = await send()
    const phone = server.browser()
    const { result, sessionId } = await confirm(phone, link)
    expect(result).toBe('verified')
    expect(await sessionsOf(phone)).toEqual([])
    const { response } = (await browser.get(path)).body
    expect(response).toMatchObject({ status: 'complete', created_session_id: sessionId })
    expect(response.second_factor_verification.verified_at_client).toBeNull()
    expect(await sessionsOf(browser)).toMatchObject([{ id: sessionId }])
  })

  test('S27: reading it changes nothing, and it counts once', async () => {
    const { browser, path, send } = await meetStranger()
    const { link } = await send()
    for (const method of ['GET', 'HEAD', 'GET']) expect((await open(browser, link, method)).status).toBe(200)
    expect((await browser.get(path)).body.response.status).toBe('needs_client_trust')
    const answers = await Promise.all([1, 2, 3].map(() => confirm(browser, link)))
    expect(answers.filter(({ result }) => result === 'verified')).toHaveLength(1)
    expect((await confirm(browser, link)).result).toBe('failed')
    expect(await sessionsOf(browser)).toHaveLength(1)
  })

  test('S20: is good for ten minutes, and the client that waits is told', async () => {
    const { browser, path, send } = await meetStranger()
    const { link } = await send()
    server.clock.advance(600_000)
    expect((await confirm(browser, link)).result).toBe('expired')
    const { response } = (await browser.get(path)).body
    expect(response.second_factor_verification.status).toBe('expired')
    expect(await sessionsOf(browser)).toEqual([])
  })

  test('S28: where the settings ask for the same browser, another one cannot confirm it', async () => {
    server = await start({ ...settings, emailLinkSameBrowser: true })
    ada = await signUp(server)
    const { browser, send } = await meetStranger()
    const { link } = await send()
    expect((await confirm(server.browser(), link)).result).toBe('client_mismatch')
    expect((await confirm(browser, link)).result).toBe('verified')
  })

  test('S51: whoever planted the cookie of the browser before has no part in the session', async () => {
    const browser = server.browser()
    await browser.post('/v1/client')
    const planted = browser.jar.get('__client') ?? ''
    const { send } = await meetStranger(browser)
    await confirm(server.browser(), (await send()).link)
    expect(await sessionsOf(browser)).toHaveLength(1)
    const thief = server.browser()
    thief.jar.set('__client', planted, { maxAge: 60, httpOnly: true })
    expect(await sessionsOf(thief)).toEqual([])
  })

  test('S29: leads to a page of the app only, and S23: goes to no address of somebody else', async () => {
    const eve = await signUp(server, { email_address: 'eve@example.com' })
    const { prepare } = await meetStranger()
    const before = server.inbox.list().length
    expect(faultOf(await prepare({ redirect_url: 'https://evil.example/' }))).toBe(
      '422 form_param_value_invalid redirect_url',
    )
    expect(faultOf(await prepare({ email_address_id: eve.addressId }))).toBe(
      '422 form_param_value_invalid email_address_id',
    )
    expect(server.inbox.list()).toHaveLength(before)
  })

  test('is not attempted by the client, and is no second factor', async () => {
    const { browser, path, send } = await meetStranger()
    await send()
    const attempt = browser.post(`${path}/attempt_second_factor`, { strategy, code: '123456' })
    expect(faultOf(await attempt)).toBe('422 form_param_value_invalid strategy')
    await addApp(server, ada.browser)
    const second = await meetStranger()
    expect(second.response.status).toBe('needs_second_factor')
    expect(faultOf(await second.prepare())).toBe('422 form_param_value_invalid strategy')
  })

  test('S34: is void once a second factor was set up meanwhile', async () => {
    const { browser, send } = await meetStranger()
    const { link } = await send()
    await addApp(server, ada.browser)
    expect((await confirm(browser, link)).result).toBe('failed')
    expect(await sessionsOf(browser)).toEqual([])
  })

  test('is void when the address is no longer of the account, and of one that signed in with a code meanwhile', async () => {
    const { browser, path, send } = await meetStranger()
    const { link } = await send()
    await browser.post(`${path}/prepare_second_factor`, { strategy: 'email_code' })
    const code = server.inbox.code(ada.address)
    const done = await browser.post(`${path}/attempt_second_factor`, { strategy: 'email_code', code })
    expect(done.body.response.status).toBe('complete')
    expect((await confirm(browser, link)).result).toBe('failed')
    const stranger = await meetStranger()
    const { link: late } = await stranger.send()
    await server.deps.db.updateTable('contacts').set({ verified_at: null }).execute()
    expect((await confirm(stranger.browser, late)).result).toBe('failed')
  })

  test('comes before the code where people sign in by links, and is not offered where they do not', async () => {
    const strategiesAt = async (given: object) => {
      server = await start({ clientTrust: true, ...given })
      ada = await signUp(server)
      const { supported_second_factors: factors } = (await meetStranger()).response
      return factors.map((factor: { strategy: string }) => factor.strategy)
    }
    expect(await strategiesAt({ emailLinkSignIn: true, emailCodeSignIn: false })).toEqual([
      'email_link',
      'email_code',
    ])
    expect(await strategiesAt({ emailLinkSignIn: false })).toEqual(['email_code'])
    const { prepare } = await meetStranger()
    expect(faultOf(await prepare())).toBe('422 form_param_value_invalid strategy')
  })
})
