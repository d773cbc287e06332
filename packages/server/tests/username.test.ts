import { expect, test } from 'vitest'
import { backendOf } from './support/backend.ts'
import { faultOf } from './support/faults.ts'
import { addAddress, goodPassword, signUp } from './support/people.ts'
import { createTestServer } from './support/test-server.ts'

const optional = { username: { enabled: true, required: false, usedForFirstFactor: true } }
const onlyNames = {
  username: { enabled: true, required: true, usedForFirstFactor: true },
  emailAddress: { enabled: true, required: false, usedForFirstFactor: true, verifyAtSignUp: true },
}

const start = (settings: NonNullable<Parameters<typeof createTestServer>[0]>['settings'] = optional) =>
  createTestServer({ settings })

type Server = Awaited<ReturnType<typeof start>>

const signIn = (server: Server, identifier: string, password = goodPassword) =>
  server.browser().post('/v1/client/sign_ins', { identifier, password })

const begin = (server: Server, fields: Record<string, unknown>) =>
  server.browser().post('/v1/client/sign_ups', { password: goodPassword, ...fields })

test('somebody signs up with a username, and signs in with it in whatever case', async () => {
  const server = await start()
  const { browser } = await signUp(server, { username: 'Ada_Lovelace' })
  expect((await browser.get('/v1/me')).body.response.username).toBe('Ada_Lovelace')
  expect((await signIn(server, ' ADA_lovelace ')).body.response.status).toBe('complete')
  expect((await signIn(server, 'ada@example.com')).body.response.status).toBe('complete')
  expect(faultOf(await signIn(server, 'ada_lovelace', 'wrong'))).toBe('422 form_password_incorrect password')
  expect(faultOf(await signIn(server, 'nobody_here'))).toBe('422 form_identifier_not_found identifier')
  expect(faultOf(await signIn(server, 'not a name!'))).toBe('422 form_param_format_invalid identifier')
})

test('where an address is not asked for, a username and a password are enough', async () => {
  const server = await start(onlyNames)
  const { body } = await begin(server, { username: 'grace_hopper' })
  expect(body.response).toMatchObject({ status: 'complete', username: 'grace_hopper', email_address: null })
  const again = await signIn(server, 'grace_hopper')
  expect(again.body.response.supported_identifiers).toEqual(['email_address', 'username'])
  expect(again.body.response.status).toBe('complete')
})

test('a username that is asked for is missing until it is given', async () => {
  const server = await start({ username: { enabled: true, required: true, usedForFirstFactor: true } })
  const browser = server.browser()
  const { body } = await browser.post('/v1/client/sign_ups', {
    email_address: 'ada@example.com',
    password: goodPassword,
  })
  expect(body.response).toMatchObject({
    missing_fields: ['username'],
    required_fields: expect.arrayContaining(['username']),
  })
  const path = `/v1/client/sign_ups/${body.response.id}`
  const filled = await browser.patch(path, { username: 'ada_l' })
  expect(filled.body.response).toMatchObject({ missing_fields: [], username: 'ada_l' })
  expect(
    faultOf(
      await backendOf(server).post('/v1/users', { email_address: ['x@example.com'], password: goodPassword }),
    ),
  ).toBe('422 form_param_missing username')
})

test('a username that is wrong or taken is refused under its field', async () => {
  const server = await start()
  await signUp(server, { username: 'ada_lovelace' })
  const refused = async (username: string) =>
    faultOf(await begin(server, { email_address: 'eve@example.com', username }))
  expect(await refused('ADA_Lovelace')).toBe('422 form_identifier_exists username')
  expect(await refused('ada')).toBe('422 form_username_invalid_length username')
  expect(await refused('x'.repeat(65))).toBe('422 form_username_invalid_length username')
  expect(await refused('ada lovelace')).toBe('422 form_username_invalid_character username')
  expect(await refused('аdа_lovelace')).toBe('422 form_username_invalid_character username')
  expect(await refused('12345')).toBe('422 form_username_needs_non_number_char username')
  expect(await refused('x'.repeat(300))).toMatch(/^422 \S+ username$/)
})

test('of two sign-ups for one username at once exactly one wins, and the other learns which field it was', async () => {
  const server = await start(onlyNames)
  const answers = await Promise.all([1, 2, 3].map(() => begin(server, { username: 'the_one' })))
  const faults = answers.filter(({ status }) => status !== 200).map(faultOf)
  expect(faults).toEqual(['422 form_identifier_exists username', '422 form_identifier_exists username'])
  expect((await backendOf(server).get('/v1/users/count')).body.total_count).toBe(1)
})

test('who waits with the code learns that the username is gone, and can take another one', async () => {
  const server = await start()
  const browser = server.browser()
  const { body } = await browser.post('/v1/client/sign_ups', {
    email_address: 'slow@example.com',
    username: 'popular',
    password: goodPassword,
  })
  const path = `/v1/client/sign_ups/${body.response.id}`
  await browser.post(`${path}/prepare_verification`, { strategy: 'email_code' })
  await signUp(server, { email_address: 'fast@example.com', username: 'Popular' })
  const code = server.inbox.code('slow@example.com')
  const attempt = () => browser.post(`${path}/attempt_verification`, { strategy: 'email_code', code })
  expect(faultOf(await attempt())).toBe('422 form_identifier_exists username')
  expect((await browser.patch(path, { username: 'unpopular' })).status).toBe(200)
  expect((await attempt()).body.response.status).toBe('complete')
})

test('somebody changes the username, and the old one is free again', async () => {
  const server = await start()
  const { browser } = await signUp(server, { username: 'first_name_1' })
  await signUp(server, { email_address: 'eve@example.com', username: 'eve_1' })
  const change = (username: string) => browser.patch('/v1/me', { username })
  expect((await change('First_Name_1')).body.response.username).toBe('First_Name_1')
  expect((await change('second_name')).body.response.username).toBe('second_name')
  expect(faultOf(await change('EVE_1'))).toBe('422 form_identifier_exists username')
  expect(faultOf(await change('no'))).toBe('422 form_username_invalid_length username')
  expect(faultOf(await signIn(server, 'first_name_1'))).toBe('422 form_identifier_not_found identifier')
  expect(
    (await signUp(server, { email_address: 'bob@example.com', username: 'first_name_1' })).userId,
  ).toBeTruthy()
  expect((await change('')).body.response.username).toBeNull()
})

test('S39: the username stays while it is the only way in, and counts as one beside a password', async () => {
  const server = await start({ ...onlyNames, username: { ...onlyNames.username, required: false } })
  const browser = server.browser()
  await browser.post('/v1/client/sign_ups', { username: 'only_me', password: goodPassword })
  expect(faultOf(await browser.patch('/v1/me', { username: '' }))).toMatch(
    / identification_deletion_failed username$/,
  )
  const id = await addAddress(server, browser, 'me@example.com')
  expect((await browser.delete(`/v1/me/email_addresses/${id}`)).status).toBe(200)
  const other = await addAddress(server, browser, 'me@example.com')
  expect((await browser.patch('/v1/me', { username: '' })).status).toBe(200)
  expect(faultOf(await browser.delete(`/v1/me/email_addresses/${other}`))).toMatch(
    / identification_deletion_failed/,
  )
})

test('where usernames are switched off they are neither taken nor signed in with', async () => {
  const server = await start({})
  const { browser } = await signUp(server)
  expect(faultOf(await begin(server, { email_address: 'eve@example.com', username: 'eve_1' }))).toBe(
    '422 form_param_unknown username',
  )
  expect(faultOf(await browser.patch('/v1/me', { username: 'ada_1' }))).toBe(
    '422 form_param_unknown username',
  )
  expect(faultOf(await signIn(server, 'ada_1'))).toBe('422 form_param_format_invalid identifier')
})

test('S15: with enumeration protection a known and an unknown username are answered alike', async () => {
  const server = await start({ ...onlyNames, enumerationProtection: true })
  await begin(server, { username: 'ada_lovelace' })
  const ask = async (identifier: string) => {
    const { status, body } = await server.browser().post('/v1/client/sign_ins', { identifier })
    return { status, ...body.response, id: null, identifier: null, abandon_at: null }
  }
  expect(await ask('ada_lovelace')).toEqual(await ask('somebody_else'))
  const wrong = async (identifier: string) => faultOf(await signIn(server, identifier, 'wrong'))
  expect(await wrong('ada_lovelace')).toBe(await wrong('somebody_else'))
})

test('a browser asks whether a username is free', async () => {
  const server = await start()
  await signUp(server, { username: 'ada_lovelace' })
  const ask = (username: string) =>
    server.browser().get(`/v1/username_availability?username=${encodeURIComponent(username)}`)
  expect((await ask('ADA_lovelace')).body).toEqual({ object: 'username_availability', available: false })
  expect((await ask('grace_hopper')).body).toEqual({ object: 'username_availability', available: true })
  expect(faultOf(await ask('no'))).toBe('422 form_username_invalid_length username')
  expect(faultOf(await server.browser().get('/v1/username_availability'))).toMatch(/^422 \S+ username$/)
  const off = await start({})
  expect((await off.browser().get('/v1/username_availability?username=grace_hopper')).status).toBe(404)
})

test('S46: a browser cannot ask for names without end', async () => {
  const server = await createTestServer({ settings: optional, limits: true })
  const browser = server.browser()
  const ask = (index: number) => browser.get(`/v1/username_availability?username=name_${index}`)
  const answers = []
  for (let index = 0; index < 40; index++) answers.push(await ask(index))
  const refused = answers.filter(({ status }) => status === 429)
  expect(refused.length).toBeGreaterThan(5)
  expect(faultOf(refused[0] as never)).toMatch(/^429 too_many_requests/)
})
