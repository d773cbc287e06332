import { beforeEach, describe, expect, test } from 'vitest'
import { backendOf } from './support/backend.ts'
import { faultOf } from './support/faults.ts'
import { accept, mailedTicket, signUpPage, signUps } from './support/invitations.ts'
import { createOAuthWorld, walk } from './support/oauth.ts'
import { goodPassword, signUp } from './support/people.ts'
import { createTestServer } from './support/test-server.ts'

const address = 'ada@example.com'

describe.each([
  ['restricted', 'sign_up_mode_restricted'],
  ['waitlist', 'sign_up_restricted_waitlist'],
] as const)('the mode %s', (signUpMode, code) => {
  const refusal = `403 ${code}`
  let world: Awaited<ReturnType<typeof createOAuthWorld>>
  beforeEach(async () => {
    const settings = { signUpMode, signUpUrl: signUpPage, phoneNumber: on, username: on }
    world = await createOAuthWorld({ settings })
  })
  const on = { enabled: true, required: false, usedForFirstFactor: true, verifyAtSignUp: true }
  const rows = (table: 'users' | 'sign_ups') => world.server.deps.db.selectFrom(table).selectAll().execute()

  test('is told to the screens', async () => {
    const { body } = await world.server.browser().get('/v1/environment')
    expect(body.user_settings.sign_up.mode).toBe(signUpMode)
  })

  test.each([
    ['nothing', {}],
    ['an address', { email_address: address, password: goodPassword }],
    ['a number', { phone_number: '+306945550123' }],
    ['a username', { username: 'ada_1815', password: goodPassword }],
    ['a code', { strategy: 'email_code', email_address: address }],
    ['an account elsewhere', { strategy: 'oauth_custom_acme', redirect_url: 'http://localhost:5173/a' }],
    ['a sign-in to take over', { transfer: true }],
  ])('begins no sign-up with %s', async (_, fields) => {
    expect(faultOf(await world.server.browser().post(signUps, fields))).toBe(refusal)
    expect(await rows('sign_ups')).toEqual([])
  })

  test('S15: says the same whether an address has an account or not', async () => {
    await backendOf(world.server).post('/v1/users', { email_address: address, password: goodPassword })
    const ask = (email_address: string) => world.server.browser().post(signUps, { email_address })
    const [known, unknown] = [await ask(address), await ask('eve@example.com')]
    expect(faultOf(known)).toBe(refusal)
    expect(known.body.errors).toEqual(unknown.body.errors)
  })

  test('signs nobody new up where others sign in', async () => {
    const answer = await world.server
      .browser()
      .post('/v1/client/sign_ins', { identifier: address, sign_up_if_missing: true })
    expect(faultOf(answer)).toBe('422 form_identifier_not_found identifier')
  })

  test('refuses who comes back from a provider and has no account', async () => {
    const { server, provider } = world
    const browser = server.browser()
    const { client } = await walk({ provider, browser }, 'sign_ins')
    expect(client.sign_in.first_factor_verification.error.code).toBe(code)
    expect(faultOf(await browser.post(signUps, { transfer: true }))).toBe(refusal)
    expect(await rows('users')).toEqual([])
  })

  test('lets in who was invited, and whom a backend makes', async () => {
    const { server } = world
    const backend = backendOf(server)
    await backend.post('/v1/invitations', { email_address: address })
    const done = await accept(server.browser(), mailedTicket(server, address))
    expect(done.body.response.status).toBe('complete')
    const made = await backend.post('/v1/users', {
      email_address: 'eve@example.com',
      password: goodPassword,
    })
    expect(made.status).toBe(200)
  })

  test('ends a sign-up that was open before, whatever comes next', async () => {
    const { server } = world
    server.deps.settings.signUpMode = 'public'
    const browser = server.browser()
    const begun = await browser.post(signUps, { email_address: address, password: goodPassword })
    const path = `${signUps}/${begun.body.response.id}`
    await browser.post(`${path}/prepare_verification`, { strategy: 'email_code' })
    server.deps.settings.signUpMode = signUpMode
    const attempt = { strategy: 'email_code', code: server.inbox.code(address) }
    expect(faultOf(await browser.post(`${path}/attempt_verification`, attempt))).toBe(refusal)
    expect(faultOf(await browser.patch(path, { first_name: 'Ada' }))).toBe(refusal)
    expect(await rows('users')).toEqual([])
  })
})

test('anybody signs up where the settings say nothing', async () => {
  const server = await createTestServer()
  expect((await signUp(server)).userId).toMatch(/^user_/)
})
