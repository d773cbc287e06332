import { describe, expect, test } from 'vitest'
import type { TestServer } from '../src/testing/index.ts'
import { backendOf } from './support/backend.ts'
import { faultOf } from './support/faults.ts'
import { accept, mailedTicket, signUpPage, signUps } from './support/invitations.ts'
import { createOAuthWorld, walk } from './support/oauth.ts'
import { goodPassword, signUp } from './support/people.ts'
import { createTestServer } from './support/test-server.ts'

const address = 'ada@example.com'
const on = { enabled: true, required: false, usedForFirstFactor: true, verifyAtSignUp: true }
const settings = { phoneNumber: on, username: on, signUpUrl: signUpPage }
const refusal = '403 not_allowed_access email_address'

const put = async (server: TestServer, list: 'allow' | 'block', ...identifiers: string[]) => {
  for (const identifier of identifiers)
    await backendOf(server).post(`/v1/${list}list_identifiers`, { identifier })
}
const begin = async (server: TestServer, fields: object) =>
  faultOf(await server.browser().post(signUps, { password: goodPassword, ...fields }))
const usersOf = (server: TestServer) => server.deps.db.selectFrom('users').selectAll().execute()

describe('the allowlist', () => {
  const start = () => createTestServer({ settings: { ...settings, allowlist: true } })

  test('lets in the addresses, domains and numbers that it names', async () => {
    const server = await start()
    await put(server, 'allow', ' ADA@example.com', '*@acme.example', '+306945550123')
    expect((await signUp(server)).userId).toMatch(/^user_/)
    expect((await signUp(server, { email_address: 'eve@acme.example' })).userId).toMatch(/^user_/)
    expect(await begin(server, { email_address: 'eve@example.com' })).toBe(refusal)
    expect(await begin(server, { email_address: 'eve@sub.acme.example' })).toBe(refusal)
    expect(await begin(server, { email_address: 'acme.example@example.com' })).toBe(refusal)
    expect(await begin(server, { phone_number: '+306945550124' })).toBe('403 not_allowed_access phone_number')
    expect(await begin(server, { email_address: 'eve@example.com', phone_number: '+306945550123' })).toBe(
      '200',
    )
  })

  test('is told to the screens', async () => {
    const { body } = await (await start()).browser().get('/v1/environment')
    expect(body.user_settings.sign_up.allowlist_only).toBe(true)
  })

  test('is asked again when an address changes, and when a sign-up ends', async () => {
    const server = await start()
    await put(server, 'allow', address)
    const browser = server.browser()
    const begun = await browser.post(signUps, { email_address: address, password: goodPassword })
    const path = `${signUps}/${begun.body.response.id}`
    expect(faultOf(await browser.patch(path, { email_address: 'eve@example.com' }))).toBe(refusal)
    await browser.post(`${path}/prepare_verification`, { strategy: 'email_code' })
    const [row] = (await backendOf(server).get('/v1/allowlist_identifiers')).body
    await backendOf(server).delete(`/v1/allowlist_identifiers/${row.id}`)
    const attempt = { strategy: 'email_code', code: server.inbox.code(address) }
    expect(faultOf(await browser.post(`${path}/attempt_verification`, attempt))).toBe(refusal)
    expect(await usersOf(server)).toEqual([])
  })

  test('knows nobody by a username alone', async () => {
    const emailAddress = { ...on, required: false }
    const server = await createTestServer({ settings: { ...settings, allowlist: true, emailAddress } })
    await put(server, 'allow', address)
    expect(await begin(server, { username: 'ada_1815' })).toBe('403 not_allowed_access')
    expect(await usersOf(server)).toEqual([])
  })

  test('lets in who was invited, and whom a backend makes', async () => {
    const server = await start()
    const backend = backendOf(server)
    await backend.post('/v1/invitations', { email_address: address })
    const done = await accept(server.browser(), mailedTicket(server, address))
    expect(done.body.response.status).toBe('complete')
    const fields = { email_address: 'eve@example.com', password: goodPassword }
    expect((await backend.post('/v1/users', fields)).status).toBe(200)
  })

  test('keeps out who comes back from a provider with another address', async () => {
    const { server, provider } = await createOAuthWorld({ settings: { allowlist: true } })
    for (const at of ['sign_ins', 'sign_ups'] as const) {
      const browser = server.browser()
      const { client } = await walk({ provider, browser }, at)
      const verification =
        at === 'sign_ins'
          ? client.sign_in.first_factor_verification
          : client.sign_up.verifications.external_account
      expect(verification.error.code).toBe('not_allowed_access')
      expect((await browser.post(signUps, { transfer: true })).status).toBe(422)
    }
    await put(server, 'allow', '*@example.com')
    const { client } = await walk({ provider, browser: server.browser() }, 'sign_ups')
    expect(client.sessions).toHaveLength(1)
  })

  test('is held against what somebody adds later, where it names any of that kind', async () => {
    const server = await start()
    await put(server, 'allow', address)
    const { browser } = await signUp(server)
    const add = async (kind: string, value: string) =>
      faultOf(
        await browser.post(`/v1/me/${kind === 'phone_number' ? 'phone_numbers' : 'email_addresses'}`, {
          [kind]: value,
        }),
      )
    expect(await add('email_address', 'private@example.com')).toBe(refusal)
    expect(await add('phone_number', '+306945550123')).toBe('200')
    await put(server, 'allow', 'private@example.com', '+306945550123')
    expect(await add('email_address', 'private@example.com')).toBe('200')
    expect(await add('phone_number', '+306945550124')).toBe('403 not_allowed_access phone_number')
  })
})

describe('the blocklist', () => {
  const start = () => createTestServer({ settings: { ...settings, blocklist: true } })

  test('keeps out addresses, domains and numbers, also of who was invited', async () => {
    const server = await start()
    await put(server, 'block', address, '*@spam.example', '+306945550123')
    expect(await begin(server, { email_address: 'ADA@example.com' })).toBe(refusal)
    expect(await begin(server, { email_address: 'x@Spam.example' })).toBe(refusal)
    expect(await begin(server, { email_address: 'eve@example.com', phone_number: '+306945550123' })).toBe(
      '403 not_allowed_access phone_number',
    )
    expect(await begin(server, { email_address: 'eve@example.com' })).toBe('200')
    await backendOf(server).post('/v1/invitations', { email_address: address })
    expect(faultOf(await accept(server.browser(), mailedTicket(server, address)))).toBe(refusal)
    expect(await usersOf(server)).toEqual([])
  })

  test('keeps them from who has an account, and not who has one out', async () => {
    const server = await start()
    const { browser, password } = await signUp(server)
    await put(server, 'block', address, '*@spam.example')
    const added = await browser.post('/v1/me/email_addresses', { email_address: 'x@spam.example' })
    expect(faultOf(added)).toBe(refusal)
    const answer = await server.browser().post('/v1/client/sign_ins', { identifier: address, password })
    expect(answer.body.response.status).toBe('complete')
  })

  test('says nothing while the setting is off', async () => {
    const server = await createTestServer({ settings })
    await put(server, 'block', address)
    expect((await signUp(server)).userId).toMatch(/^user_/)
  })

  test('S15: says the same whether an address has an account or not', async () => {
    const server = await createTestServer({
      settings: { ...settings, blocklist: true, enumerationProtection: true },
    })
    await signUp(server, { email_address: 'known@spam.example' })
    await put(server, 'block', '*@spam.example')
    for (const name of ['known', 'unknown'])
      expect(await begin(server, { email_address: `${name}@spam.example` })).toBe(refusal)
  })
})

describe('a backend', () => {
  test.each(['allow', 'block'] as const)('keeps the %slist', async (list) => {
    const server = await createTestServer({ settings })
    const backend = backendOf(server)
    const path = `/v1/${list}list_identifiers`
    const made = (await backend.post(path, { identifier: 'ADA@example.com' })).body
    expect(made).toMatchObject({
      object: `${list}list_identifier`,
      identifier: address,
      identifier_type: 'email_address',
    })
    expect(faultOf(await backend.post(path, { identifier: address }))).toBe('422 duplicate_record identifier')
    server.clock.advance(1)
    const number = (await backend.post(path, { identifier: '+30 694 555 0123' })).body
    expect(number).toMatchObject({ identifier: '+306945550123', identifier_type: 'phone_number' })
    const page = (await backend.get(`${path}?paginated=true`)).body
    expect(page.total_count).toBe(2)
    expect(page.data.map(({ id }: { id: string }) => id)).toEqual([number.id, made.id])
    expect((await backend.delete(`${path}/${made.id}`)).body).toMatchObject({ id: made.id, deleted: true })
    for (const id of [made.id, 'alid_none'])
      expect(faultOf(await backend.delete(`${path}/${id}`))).toBe('404 resource_not_found')
    const other = `/v1/${list === 'allow' ? 'block' : 'allow'}list_identifiers/${number.id}`
    expect(faultOf(await backend.delete(other))).toBe('404 resource_not_found')
  })

  test('invites whom it lets in, when it wants to', async () => {
    const server = await createTestServer({ settings: { ...settings, allowlist: true } })
    const backend = backendOf(server)
    const add = (identifier: string) =>
      backend.post('/v1/allowlist_identifiers', { identifier, notify: true })
    const { body } = await add(address)
    expect(body.invitation_id).toMatch(/^inv_/)
    const done = await accept(server.browser(), mailedTicket(server, address))
    expect(done.body.response.status).toBe('complete')
    for (const identifier of ['*@acme.example', '+306945550123'])
      expect(faultOf(await add(identifier))).toBe('422 form_param_value_invalid notify')
  })
})
