import { expect, test } from 'vitest'
import { backendOf } from './support/backend.ts'
import { faultOf } from './support/faults.ts'
import { goodPassword, signInElsewhere, signUp } from './support/people.ts'
import { off } from './support/reverification.ts'
import { createTestServer } from './support/test-server.ts'

const next = 'a different good password'
const change = '/v1/me/change_password'
const remove = '/v1/me/remove_password'

test('S9: a change of password needs the current one where nobody proves again who they are', async () => {
  const server = await createTestServer({ settings: off })
  const person = await signUp(server)
  const { browser } = person
  for (const current_password of [
    undefined,
    '',
    'not the one',
    `${goodPassword} `,
    goodPassword.toUpperCase(),
  ]) {
    const answer = await browser.post(change, { new_password: next, current_password })
    expect(answer.status).toBe(422)
    expect(answer.body.errors[0].meta.param_name).toBe('current_password')
  }
  expect(faultOf(await browser.post(change, { new_password: next, current_password: 'not the one' }))).toBe(
    '422 form_password_incorrect current_password',
  )
  await expect(signInElsewhere(server, person)).resolves.toBeDefined()
})

test('a person changes the password, and signs in with the new one only', async () => {
  const server = await createTestServer()
  const person = await signUp(server)
  server.clock.advance(60_000)
  const { status, body } = await person.browser.post(change, {
    new_password: next,
    current_password: goodPassword,
  })
  expect(status).toBe(200)
  expect(body.response).toMatchObject({ object: 'user', id: person.userId, password_enabled: true })
  expect(body.response.password_last_updated_at).toBe(server.clock.now())
  await expect(signInElsewhere(server, { ...person, password: next })).resolves.toBeDefined()
  const old = { identifier: person.address, password: goodPassword }
  const refused = await server.browser().post('/v1/client/sign_ins', old)
  expect(faultOf(refused)).toBe('422 form_password_incorrect password')
})

test('S51: a change of password gives the browser a new secret, the old one is dead, and the session goes on', async () => {
  const server = await createTestServer()
  const { browser, sessionId } = await signUp(server)
  const thief = server.browser()
  const stolen = browser.jar.get('__client') ?? ''
  thief.jar.set('__client', stolen, { maxAge: 1, httpOnly: true })
  expect((await thief.get('/v1/me')).status).toBe(200)
  const { body } = await browser.post(change, { new_password: next, current_password: goodPassword })
  expect(browser.jar.get('__client')).not.toBe(stolen)
  expect(body.client.sessions[0]).toMatchObject({ id: sessionId, status: 'active' })
  expect((await browser.get('/v1/me')).status).toBe(200)
  expect((await thief.get('/v1/me')).status).toBe(401)
  expect((await thief.post(`/v1/client/sessions/${sessionId}/tokens`)).status).toBe(401)
  expect((await thief.get('/v1/client')).body.response.sessions).toEqual([])
})

test('S51: a refused change leaves the secret of the browser alone', async () => {
  const server = await createTestServer()
  const { browser } = await signUp(server)
  const before = browser.jar.get('__client')
  await browser.post(change, { new_password: next, current_password: 'not the one' })
  await browser.post(change, { new_password: 'short', current_password: goodPassword })
  expect(browser.jar.get('__client')).toBe(before)
  expect((await browser.get('/v1/me')).status).toBe(200)
})

test('S56: other sessions end at once when the person asks for it, and stay otherwise', async () => {
  const server = await createTestServer()
  const person = await signUp(server)
  const other = await signInElsewhere(server, person)
  await person.browser.post(change, { new_password: next, current_password: goodPassword })
  expect((await other.browser.get('/v1/me')).status).toBe(200)
  await person.browser.post(change, {
    new_password: goodPassword,
    current_password: next,
    sign_out_of_other_sessions: true,
  })
  expect((await other.browser.get('/v1/me')).status).toBe(401)
  expect((await other.browser.get('/v1/client')).body.response.sessions).toEqual([])
  expect((await other.browser.post(`/v1/client/sessions/${other.sessionId}/tokens`)).status).toBe(401)
  expect((await person.browser.get('/v1/me')).status).toBe(200)
})

test('a new password has to follow the policy, and is blamed under its own name', async () => {
  const server = await createTestServer({ settings: { applicationName: 'Cookery Club' } })
  const { browser } = await signUp(server, { first_name: 'Maximiliane' })
  const refused: [string, string][] = [
    ['', 'form_password_length_too_short'],
    ['1234567', 'form_password_length_too_short'],
    ['x'.repeat(129), 'form_password_length_too_long'],
    ['x'.repeat(1025), 'form_password_size_in_bytes_exceeded'],
    ['password1', 'form_password_pwned'],
    ['Cookery Club', 'form_password_matches_identifier'],
    ['maximiliane', 'form_password_matches_identifier'],
    ['ada@example.com', 'form_password_matches_identifier'],
    [goodPassword, 'form_new_password_matches_current'],
  ]
  for (const [new_password, code] of refused)
    expect(faultOf(await browser.post(change, { new_password, current_password: goodPassword }))).toBe(
      `422 ${code} new_password`,
    )
})

test('a change without a new password, or with values of a wrong kind, is told which field', async () => {
  const server = await createTestServer()
  const { browser } = await signUp(server)
  const current_password = goodPassword
  expect(faultOf(await browser.post(change, { current_password }))).toBe(
    '422 form_param_missing new_password',
  )
  const odd = { new_password: next, current_password, sign_out_of_other_sessions: 'perhaps' }
  expect(faultOf(await browser.post(change, odd))).toBe(
    '422 form_param_value_invalid sign_out_of_other_sessions',
  )
  const huge = { new_password: 'x'.repeat(20_000), current_password }
  expect(faultOf(await browser.post(change, huge))).toBe('422 form_param_max_length_exceeded new_password')
})

test('of two changes at once exactly one wins', async () => {
  const server = await createTestServer()
  const person = await signUp(server)
  const other = await signInElsewhere(server, person)
  const choices = ['the choice of the first tab', 'the choice of the second tab']
  const answers = await Promise.all(
    [person.browser, other.browser].map((browser, index) =>
      browser.post(change, { new_password: choices[index], current_password: goodPassword }),
    ),
  )
  const won = answers.findIndex(({ status }) => status === 200)
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 422])
  await expect(signInElsewhere(server, { ...person, password: choices[won] ?? '' })).resolves.toBeDefined()
})

test('S46: a stolen session cannot guess the current password: after three tries it has to wait', async () => {
  const server = await createTestServer({ limits: true })
  const { browser } = await signUp(server)
  const guess = (path: string) => browser.post(path, { new_password: next, current_password: 'a guess' })
  const answers = [await guess(change), await guess(change), await guess(remove), await guess(change)]
  expect(answers.map(({ status }) => status)).toEqual([422, 422, 422, 429])
  expect(Number(answers[3]?.headers.get('retry-after'))).toBeGreaterThan(0)
  server.clock.advance(10_001)
  const right = { new_password: next, current_password: goodPassword }
  expect((await browser.post(change, right)).status).toBe(200)
})

test('somebody who has no password sets the first one without a current one', async () => {
  const server = await createTestServer()
  const address = 'grace@example.com'
  await backendOf(server).post('/v1/users', { email_address: [address], skip_password_requirement: true })
  const browser = server.browser()
  const begun = await browser.post('/v1/client/sign_ins', { identifier: address, strategy: 'email_code' })
  const path = `/v1/client/sign_ins/${begun.body.response.id}`
  await browser.post(`${path}/prepare_first_factor`, { strategy: 'email_code' })
  const code = server.inbox.code(address)
  await browser.post(`${path}/attempt_first_factor`, { strategy: 'email_code', code })
  expect((await browser.get('/v1/me')).body.response.password_enabled).toBe(false)
  const { status, body } = await browser.post(change, { new_password: next })
  expect(status).toBe(200)
  expect(body.response.password_enabled).toBe(true)
  await expect(signInElsewhere(server, { address, password: next })).resolves.toBeDefined()
})

test('S39: a password that the settings ask for cannot be removed', async () => {
  const server = await createTestServer()
  const { browser } = await signUp(server)
  const answer = await browser.post(remove, { current_password: goodPassword })
  expect(answer.status).toBe(400)
  expect((await browser.get('/v1/me')).body.response.password_enabled).toBe(true)
})

test('S39: a password that is the only way to sign in cannot be removed', async () => {
  const settings = { password: { enabled: true, required: false, minLength: 8 }, emailCodeSignIn: false }
  const server = await createTestServer({ settings })
  const { browser } = await signUp(server)
  expect(faultOf(await browser.post(remove, { current_password: goodPassword }))).toBe(
    '400 identification_deletion_failed',
  )
  expect((await browser.get('/v1/me')).body.response.password_enabled).toBe(true)
})

test('S9: who has just proved who they are needs no current password, and none that is wrong', async () => {
  const server = await createTestServer()
  const { browser } = await signUp(server)
  expect(faultOf(await browser.post(change, { new_password: next, current_password: 'not the one' }))).toBe(
    '422 form_password_incorrect current_password',
  )
  expect(faultOf(await browser.post(change, { new_password: goodPassword }))).toBe(
    '422 form_new_password_matches_current new_password',
  )
  expect((await browser.post(change, { new_password: next })).status).toBe(200)
})

test('a password that nobody needs can be removed by who knows it', async () => {
  const settings = { ...off, password: { enabled: true, required: false, minLength: 8 } }
  const server = await createTestServer({ settings })
  const { browser, address } = await signUp(server)
  for (const current_password of [undefined, 'not the one'])
    expect(faultOf(await browser.post(remove, { current_password }))).toMatch(/^422 .* current_password$/)
  const { status, body } = await browser.post(remove, { current_password: goodPassword })
  expect(status).toBe(200)
  expect(body.response).toMatchObject({ password_enabled: false, password_last_updated_at: null })
  const answer = await server.browser().post('/v1/client/sign_ins', { identifier: address })
  const strategies = answer.body.response.supported_first_factors.map(
    ({ strategy }: { strategy: string }) => strategy,
  )
  expect(strategies).not.toContain('password')
  expect(faultOf(await browser.post(remove, { current_password: goodPassword }))).toBe('400 no_password_set')
})

test('S65: a change of password is in the audit log, also a refused one, and no secret is', async () => {
  const server = await createTestServer()
  const browser = server.browser({ ipAddress: '203.0.113.7' })
  const { userId, sessionId } = await signUp(server, {}, browser)
  await browser.post(change, { new_password: next, current_password: 'not the one' })
  await browser.post(change, { new_password: next, current_password: goodPassword })
  const rows = await server.deps.db
    .selectFrom('audit_log')
    .selectAll()
    .where('user_id', '=', userId)
    .where('event', 'like', 'password%')
    .execute()
  expect(rows.map(({ result }) => result).sort()).toEqual(['ok', 'refused'])
  for (const row of rows) expect(row).toMatchObject({ session_id: sessionId, ip_address: '203.0.113.7' })
  const text = JSON.stringify(rows)
  for (const secret of [next, goodPassword, 'not the one']) expect(text).not.toContain(secret)
})
