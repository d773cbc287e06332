import { beforeEach, describe, expect, test } from 'vitest'
import type { TestBrowser, TestServer } from '../src/testing/index.ts'
import { otherThan } from './support/attempts.ts'
import { backendOf } from './support/backend.ts'
import { faultOf } from './support/faults.ts'
import { confirm, signInByLink } from './support/links.ts'
import { addAddress, goodPassword, type Person, signUp } from './support/people.ts'
import { addApp, signIns, start } from './support/second-factors.ts'

let server: TestServer
let ada: Person
beforeEach(async () => {
  server = await start({ clientTrust: true, emailLinkSignIn: true })
  ada = await signUp(server)
})

const signIn = (browser: TestBrowser, password = goodPassword, identifier = ada.address) =>
  browser.post(signIns, { identifier, password })
const signOut = (browser: TestBrowser) => browser.delete('/v1/client/sessions')

async function meetStranger() {
  const browser = server.browser()
  const { response } = (await signIn(browser)).body
  const path = `${signIns}/${response.id}`
  const strategy = 'email_code'
  const prepare = (fields = {}) => browser.post(`${path}/prepare_second_factor`, { strategy, ...fields })
  const attempt = (code: string) => browser.post(`${path}/attempt_second_factor`, { strategy, code })
  return { browser, response, path, prepare, attempt }
}

describe('where a password alone is not enough on a strange browser', () => {
  test('a code by email shows that it is the owner, once for each browser', async () => {
    const { browser, response, prepare, attempt } = await meetStranger()
    expect(response).toMatchObject({
      status: 'needs_client_trust',
      client_trust_state: 'new',
      created_session_id: null,
      supported_second_factors: [
        { strategy: 'email_code', email_address_id: ada.addressId, safe_identifier: 'a****@example.com' },
        { strategy: 'email_link' },
      ],
    })
    expect((await browser.get('/v1/client')).body.response.sessions).toEqual([])
    await prepare()
    const done = await attempt(server.inbox.code(ada.address))
    expect(done.body.response.status).toBe('complete')
    expect(done.body.client.sessions[0].factor_verification_age).toEqual([0, -1])
    await signOut(browser)
    expect((await signIn(browser)).body.response.status).toBe('complete')
  })

  test('the browser in which the account was made is known', async () => {
    await signOut(ada.browser)
    expect((await signIn(ada.browser)).body.response.status).toBe('complete')
  })

  test('a backend may have somebody trusted on every browser, from the start or later', async () => {
    const backend = backendOf(server)
    const path = `/v1/users/${ada.userId}`
    expect((await backend.patch(path, { bypass_client_trust: true })).body.bypass_client_trust).toBe(true)
    expect((await signIn(server.browser())).body.response.status).toBe('complete')
    await backend.patch(path, { bypass_client_trust: false })
    expect((await signIn(server.browser())).body.response.status).toBe('needs_client_trust')
    const eve = { email_address: ['eve@example.com'], password: goodPassword, bypass_client_trust: true }
    expect((await backend.post('/v1/users', eve)).body.bypass_client_trust).toBe(true)
    const { body } = await signIn(server.browser(), goodPassword, 'eve@example.com')
    expect(body.response.status).toBe('complete')
  })

  test('a browser on which somebody acted as the user is as strange as any other', async () => {
    const support = server.browser()
    const { body } = await backendOf(server).post('/v1/actor_tokens', {
      user_id: ada.userId,
      actor: { sub: 'support' },
    })
    const acted = await support.post(signIns, { strategy: 'ticket', ticket: body.token })
    expect(acted.body.response.status).toBe('complete')
    await signOut(support)
    expect((await signIn(support)).body.response.status).toBe('needs_client_trust')
  })

  test('the code may go to any verified address, and to none of somebody else', async () => {
    const other = await addAddress(server, ada.browser, 'ada@work.example.com')
    const eve = await signUp(server, { email_address: 'eve@example.com' })
    const { prepare, attempt } = await meetStranger()
    expect(faultOf(await prepare({ email_address_id: eve.addressId }))).toBe(
      '422 form_param_value_invalid email_address_id',
    )
    await prepare({ email_address_id: other })
    expect((await attempt(server.inbox.code('ada@work.example.com'))).body.response.status).toBe('complete')
  })

  test('a wrong code gets nobody in, and five of them kill it', async () => {
    const { prepare, attempt } = await meetStranger()
    await prepare()
    const code = server.inbox.code(ada.address)
    for (let time = 0; time < 5; time++) {
      expect(faultOf(await attempt(otherThan(code)))).toBe('422 form_code_incorrect code')
      server.clock.advance(11_000)
    }
    expect((await attempt(code)).status).toBeGreaterThanOrEqual(400)
  })

  test('nothing else is taken in the place of the code', async () => {
    const { browser, path } = await meetStranger()
    for (const strategy of ['totp', 'backup_code', 'password', 'constructor'])
      expect(faultOf(await browser.post(`${path}/attempt_second_factor`, { strategy, code: '123456' }))).toBe(
        '422 form_param_value_invalid strategy',
      )
    const first = { strategy: 'password', password: goodPassword }
    expect(faultOf(await browser.post(`${path}/attempt_first_factor`, first))).toBe(
      '400 verification_already_verified',
    )
    expect((await browser.get('/v1/client')).body.response.sessions).toEqual([])
  })

  test('S34: whoever set up a second factor meanwhile begins again, and is asked for that', async () => {
    const { prepare, attempt } = await meetStranger()
    await prepare()
    const code = server.inbox.code(ada.address)
    await addApp(server, ada.browser)
    expect(faultOf(await attempt(code))).toBe('400 verification_expired')
    expect((await signIn(server.browser())).body.response.status).toBe('needs_second_factor')
  })

  test('whoever has a second factor is asked for that alone', async () => {
    await addApp(server, ada.browser)
    expect((await signIn(server.browser())).body.response.status).toBe('needs_second_factor')
  })

  test('who proves an address anyway is not asked again', async () => {
    const browser = server.browser()
    const { link } = await signInByLink(server, browser)
    await confirm(browser, link)
    expect((await browser.get('/v1/client')).body.response.sessions).toHaveLength(1)
  })
})

test('without the setting the password is enough everywhere', async () => {
  server = await start()
  await signUp(server)
  expect((await signIn(server.browser())).body.response.status).toBe('complete')
})
