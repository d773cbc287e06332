import { beforeEach, expect, test } from 'vitest'
import type { TestBrowser, TestProvider, TestServer } from '../src/testing/index.ts'
import { faultOf } from './support/faults.ts'
import { createOAuthWorld, walk } from './support/oauth.ts'
import { type Person, signUp } from './support/people.ts'
import { addApp } from './support/second-factors.ts'

let provider: TestProvider
let server: TestServer
let ada: Person & { secret: string }
beforeEach(async () => {
  const secondFactors = { authenticatorApp: true, phoneCode: false, backupCode: false }
  const world = await createOAuthWorld({ settings: { secondFactors, singleSessionMode: false } })
  provider = world.provider
  server = world.server
  const person = await signUp(server)
  ada = { ...person, ...(await addApp(server, person.browser)) }
})

const accounts = async () => (await ada.browser.get('/v1/me')).body.response.external_accounts
const prove = async (browser: TestBrowser, path: string) =>
  browser.post(`${path}/attempt_second_factor`, {
    strategy: 'totp',
    code: await server.authenticator(ada.secret),
  })

test('S34: an account elsewhere is connected when the second factor was proved, and not before', async () => {
  const browser = server.browser()
  const mails = server.inbox.list().length
  const { path, client } = await walk({ provider, browser }, 'sign_ins')
  expect(client.sign_in.status).toBe('needs_second_factor')
  expect(await accounts()).toEqual([])
  expect(server.inbox.list()).toHaveLength(mails)
  const wrong = await browser.post(`${path}/attempt_second_factor`, { strategy: 'totp', code: '000000' })
  expect(faultOf(wrong)).toBe('422 form_code_incorrect code')
  expect(await accounts()).toEqual([])
  expect((await prove(browser, path)).body.response.status).toBe('complete')
  expect(await accounts()).toMatchObject([{ provider_user_id: 'ada', verification: { status: 'verified' } }])
  expect(server.inbox.latest(ada.address)?.text).toContain('account elsewhere was connected')
})

test('S34: the same of somebody who came to sign up', async () => {
  const browser = server.browser()
  await walk({ provider, browser }, 'sign_ups')
  const { response } = (await browser.post('/v1/client/sign_ins', { transfer: true })).body
  expect(response.status).toBe('needs_second_factor')
  expect(await accounts()).toEqual([])
  expect(faultOf(await browser.post('/v1/client/sign_ins', { transfer: true }))).toBe(
    '422 form_param_value_invalid transfer',
  )
  const done = await prove(browser, `/v1/client/sign_ins/${response.id}`)
  expect(done.body.response.status).toBe('complete')
  expect(await accounts()).toHaveLength(1)
})

test('whoever is connected already signs in with both factors, and stays connected once', async () => {
  for (let time = 0; time < 2; time++) {
    const browser = server.browser()
    const { path } = await walk({ provider, browser }, 'sign_ins')
    expect((await prove(browser, path)).body.response.status).toBe('complete')
    expect(await accounts()).toHaveLength(1)
    server.clock.advance(30_000)
  }
})

test('of two sign-ins at once with one account elsewhere both end, and one account is connected', async () => {
  const [one, two] = [server.browser(), server.browser()]
  const first = await walk({ provider, browser: one }, 'sign_ins')
  const second = await walk({ provider, browser: two }, 'sign_ins')
  expect((await prove(one, first.path)).body.response.status).toBe('complete')
  server.clock.advance(30_000)
  expect((await prove(two, second.path)).body.response.status).toBe('complete')
  expect(await accounts()).toHaveLength(1)
  expect(await server.deps.db.selectFrom('oauth_flows').select('id').execute()).toEqual([])
})
