import { beforeEach, expect, test } from 'vitest'
import type { TestServer } from '../src/testing/index.ts'
import { faultOf } from './support/faults.ts'
import { signUps } from './support/invitations.ts'
import { createOAuthWorld, walk } from './support/oauth.ts'
import { goodPassword, signUp } from './support/people.ts'
import { createTestServer } from './support/test-server.ts'

const given = { email_address: 'ada@example.com', password: goodPassword }
const urls = { termsUrl: 'https://acme.example/terms', privacyPolicyUrl: 'https://acme.example/privacy' }

let server: TestServer
beforeEach(async () => {
  server = await createTestServer({ settings: { legalConsent: true, ...urls } })
})

test('the screens are told to ask, and where the terms are', async () => {
  const { user_settings, display_config } = (await server.browser().get('/v1/environment')).body
  expect(user_settings.sign_up.legal_consent_enabled).toBe(true)
  expect(display_config).toMatchObject({
    terms_url: urls.termsUrl,
    privacy_policy_url: urls.privacyPolicyUrl,
  })
})

test('nobody has an account who has not agreed, and when somebody did is kept', async () => {
  const browser = server.browser()
  const begun = await browser.post(signUps, { ...given, legal_accepted: 'false' })
  expect(begun.body.response).toMatchObject({
    missing_fields: ['legal_accepted'],
    legal_accepted_at: null,
  })
  expect(begun.body.response.required_fields).toContain('legal_accepted')
  const path = `${signUps}/${begun.body.response.id}`
  await browser.post(`${path}/prepare_verification`, { strategy: 'email_code' })
  const attempt = { strategy: 'email_code', code: server.inbox.code(given.email_address) }
  const proved = await browser.post(`${path}/attempt_verification`, attempt)
  expect(proved.body.response).toMatchObject({
    status: 'missing_requirements',
    missing_fields: ['legal_accepted'],
    unverified_fields: [],
  })
  expect(faultOf(await browser.patch(path, { legal_accepted: 'perhaps' }))).toBe(
    '422 form_param_value_invalid legal_accepted',
  )
  server.clock.advance(60_000)
  const now = server.clock.now()
  const done = await browser.patch(path, { legal_accepted: 'true' })
  expect(done.body.response).toMatchObject({ status: 'complete', legal_accepted_at: now })
  expect((await browser.get('/v1/me')).body.response.legal_accepted_at).toBe(now)
})

test('who agrees to begin with is asked nothing more', async () => {
  const { browser } = await signUp(server, { legal_accepted: true })
  expect((await browser.get('/v1/me')).body.response.legal_accepted_at).toBe(server.clock.now())
})

test('who comes from a provider agrees before there is an account', async () => {
  const world = await createOAuthWorld({ settings: { legalConsent: true } })
  const browser = world.server.browser()
  await walk({ provider: world.provider, browser }, 'sign_ins')
  const moved = await browser.post(signUps, { transfer: true })
  expect(moved.body.response).toMatchObject({
    status: 'missing_requirements',
    missing_fields: ['legal_accepted'],
    unverified_fields: [],
  })
  const path = `${signUps}/${moved.body.response.id}`
  expect((await browser.patch(path, { legal_accepted: true })).body.response.status).toBe('complete')
})

test('where it is not asked for, nothing waits for it', async () => {
  server = await createTestServer()
  const { browser } = await signUp(server)
  expect((await browser.get('/v1/me')).body.response.legal_accepted_at).toBeNull()
})
