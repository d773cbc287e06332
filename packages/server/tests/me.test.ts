import { user } from '@usher/protocol'
import { expect, test } from 'vitest'
import * as z from 'zod/mini'
import { faultOf } from './support/faults.ts'
import { signUp } from './support/people.ts'
import { off } from './support/reverification.ts'
import { createTestServer } from './support/test-server.ts'

test('a signed-in person reads their own profile, with the client beside it', async () => {
  const server = await createTestServer()
  const { browser, userId, address } = await signUp(server, { first_name: 'Ada', last_name: 'Lovelace' })
  const { status, body } = await browser.get('/v1/me')
  expect(status).toBe(200)
  expect(z.parse(user, body.response)).toMatchObject({ id: userId, first_name: 'Ada', last_name: 'Lovelace' })
  expect(body.response.email_addresses[0]).toMatchObject({ email_address: address })
  expect(body.response.password_enabled).toBe(true)
})

test('nobody who is signed out reads or changes a profile', async () => {
  const server = await createTestServer()
  const stranger = server.browser()
  const signedOut = (await signUp(server)).browser
  await signedOut.delete('/v1/client/sessions')
  for (const browser of [stranger, signedOut]) {
    const answers = [
      await browser.get('/v1/me'),
      await browser.patch('/v1/me', { first_name: 'Eve' }),
      await browser.patch('/v1/me/metadata', { unsafe_metadata: {} }),
      await browser.post('/v1/me/change_password', { new_password: 'another good password' }),
      await browser.post('/v1/me/remove_password'),
      await browser.delete('/v1/me'),
      await browser.get('/v1/me/email_addresses'),
      await browser.post('/v1/me/email_addresses', { email_address: 'eve@example.com' }),
      await browser.get('/v1/me/sessions'),
      await browser.get('/v1/me/sessions/active'),
      await browser.post('/v1/me/sessions/sess_unknown/revoke'),
      await browser.get('/v1/me/organization_memberships'),
    ]
    for (const answer of answers) {
      expect(answer.status).toBe(401)
      expect(['signed_out', 'authentication_invalid']).toContain(answer.body.errors[0].code)
    }
  }
})

test('a person is in no organization, is asked into none, and can make none', async () => {
  const server = await createTestServer()
  const { browser } = await signUp(server)
  for (const list of ['memberships', 'invitations', 'suggestions']) {
    const { status, body } = await browser.get(`/v1/me/organization_${list}?paginated=true&limit=10&offset=0`)
    expect([status, body.response]).toEqual([200, { data: [], total_count: 0 }])
  }
  expect(faultOf(await browser.post('/v1/organizations', { name: 'Acme' }))).toBe('403 feature_not_enabled')
  expect(faultOf(await server.browser().post('/v1/organizations', { name: 'Acme' }))).toBe('401 signed_out')
})

test('a person changes their names, and clears one with an empty text', async () => {
  const server = await createTestServer()
  const { browser } = await signUp(server, { first_name: 'Ada', last_name: 'Byron' })
  const changed = await browser.patch('/v1/me', { first_name: ' Zoë 👩‍🚀 ', last_name: '' })
  expect(changed.status).toBe(200)
  expect(changed.body.response).toMatchObject({ first_name: 'Zoë 👩‍🚀', last_name: null })
  expect(changed.body.client.sessions[0].user).toEqual(changed.body.response)
  expect(changed.body.client.sessions[0].public_user_data.first_name).toBe('Zoë 👩‍🚀')
})

test('what a request does not name stays as it is', async () => {
  const server = await createTestServer()
  const { browser } = await signUp(server, { first_name: 'Ada', unsafe_metadata: { theme: 'dark' } })
  const { body } = await browser.patch('/v1/me', { last_name: 'Lovelace' })
  expect(body.response).toMatchObject({ first_name: 'Ada', unsafe_metadata: { theme: 'dark' } })
})

test('a name that the settings ask for cannot be cleared', async () => {
  const server = await createTestServer({ settings: { firstName: 'required' } })
  const { browser } = await signUp(server, { first_name: 'Ada' })
  expect(faultOf(await browser.patch('/v1/me', { first_name: '' }))).toBe('422 form_param_nil first_name')
  expect(faultOf(await browser.patch('/v1/me', { first_name: '   ' }))).toBe('422 form_param_nil first_name')
  expect((await browser.get('/v1/me')).body.response.first_name).toBe('Ada')
})

test('a wrong field is named, and nothing of the request is written', async () => {
  const server = await createTestServer()
  const { browser } = await signUp(server, { first_name: 'Ada' })
  const long = 'x'.repeat(257)
  const refused: [Record<string, unknown>, string][] = [
    [{ first_name: long }, '422 form_param_max_length_exceeded first_name'],
    [{ last_name: long }, '422 form_param_max_length_exceeded last_name'],
    [{ locale: long }, '422 form_param_max_length_exceeded locale'],
    [{ last_name: 'a\0b' }, '422 form_param_format_invalid last_name'],
    [{ unsafe_metadata: 'no json' }, '422 form_param_format_invalid unsafe_metadata'],
    [{ unsafe_metadata: '[1]' }, '422 form_param_format_invalid unsafe_metadata'],
    [{ primary_email_address_id: 'idn_unknown' }, '404 resource_not_found primary_email_address_id'],
  ]
  for (const [fields, fault] of refused)
    expect(faultOf(await browser.patch('/v1/me', { first_name: 'Eve', ...fields }))).toBe(fault)
  expect((await browser.get('/v1/me')).body.response.first_name).toBe('Ada')
})

test('a body of the wrong kind is refused', async () => {
  const server = await createTestServer()
  const { browser } = await signUp(server)
  const send = async (body: string, type: string) => {
    const init = { method: 'POST', body, headers: { 'content-type': type } }
    const answer = await browser.fetch('/v1/me?_method=PATCH', init)
    return faultOf({ status: answer.status, body: await answer.json() })
  }
  expect(await send('{"first_name":7}', 'application/json')).toBe('422 form_param_format_invalid first_name')
  expect(await send('first_name=a&first_name=b', 'application/x-www-form-urlencoded')).toBe(
    '422 form_param_format_invalid first_name',
  )
  expect(await send('[]', 'application/json')).toBe('400 malformed_request_parameters')
  expect(await send('{"first_name":', 'application/json')).toBe('400 malformed_request_parameters')
  expect(await send('<a/>', 'text/xml')).toBe('415 content_type_unsupported')
})

test('a request that changes nothing is answered with the profile', async () => {
  const server = await createTestServer()
  const { browser, userId } = await signUp(server)
  const { status, body } = await browser.patch('/v1/me', { nobody_knows_this: 'field' })
  expect(status).toBe(200)
  expect(body.response.id).toBe(userId)
})

test('a username is not taken while usernames are switched off', async () => {
  const server = await createTestServer()
  const { browser } = await signUp(server)
  await browser.patch('/v1/me', { username: 'ada' })
  expect((await browser.get('/v1/me')).body.response.username).toBeNull()
})

test('S61: nobody writes metadata from a browser that only a backend may write', async () => {
  const server = await createTestServer()
  const { browser, userId } = await signUp(server)
  const forged = { public_metadata: { role: 'admin' }, private_metadata: { role: 'admin' } }
  await browser.patch('/v1/me', forged)
  await browser.patch('/v1/me/metadata', { ...forged, unsafe_metadata: { a: 1 } })
  const row = await server.deps.db.selectFrom('users').selectAll().where('id', '=', userId).executeTakeFirst()
  expect(row).toMatchObject({ public_metadata: '{}', private_metadata: '{}', unsafe_metadata: '{"a":1}' })
})

test('PATCH /me replaces the metadata, PATCH /me/metadata merges into it', async () => {
  const server = await createTestServer()
  const { browser } = await signUp(server, { unsafe_metadata: { old: true } })
  const metadata = { theme: 'dark', layout: { left: 1, right: 2 }, list: [1, 2] }
  const replaced = await browser.patch('/v1/me', { unsafe_metadata: metadata })
  expect(replaced.body.response.unsafe_metadata).toEqual(metadata)
  const patch = { theme: null, layout: { right: 3, top: { a: null, b: 4 } }, list: [3] }
  const merged = await browser.patch('/v1/me/metadata', { unsafe_metadata: patch })
  expect(merged.body.response.unsafe_metadata).toEqual({
    layout: { left: 1, right: 3, top: { b: 4 } },
    list: [3],
  })
  expect(merged.body.client.sessions[0].user.unsafe_metadata).toEqual(merged.body.response.unsafe_metadata)
})

test('PATCH /me/metadata without metadata is told what is missing', async () => {
  const server = await createTestServer()
  const { browser } = await signUp(server)
  expect(faultOf(await browser.patch('/v1/me/metadata'))).toBe('422 form_param_missing unsafe_metadata')
  expect(faultOf(await browser.patch('/v1/me/metadata', { unsafe_metadata: '7' }))).toBe(
    '422 form_param_format_invalid unsafe_metadata',
  )
})

test('S61: metadata that reaches for a prototype is refused', async () => {
  const server = await createTestServer()
  const { browser } = await signUp(server, { unsafe_metadata: { kept: 1 } })
  for (const text of [
    '{"__proto__":{"admin":true}}',
    '{"a":{"constructor":{"prototype":{"admin":true}}}}',
    '{"a":[{"prototype":1}]}',
  ]) {
    for (const path of ['/v1/me', '/v1/me/metadata'])
      expect(faultOf(await browser.patch(path, { unsafe_metadata: text }))).toBe(
        '422 form_param_value_invalid unsafe_metadata',
      )
  }
  expect(({} as Record<string, unknown>).admin).toBeUndefined()
  expect((await browser.get('/v1/me')).body.response.unsafe_metadata).toEqual({ kept: 1 })
})

test('S61: metadata has 8,192 bytes and not one more, also after a merge', async () => {
  const server = await createTestServer()
  const { browser } = await signUp(server)
  const sized = (bytes: number) => ({ a: 'x'.repeat(bytes - '{"a":""}'.length) })
  expect((await browser.patch('/v1/me', { unsafe_metadata: sized(8192) })).status).toBe(200)
  const tooLarge = '422 form_param_exceeds_allowed_size unsafe_metadata'
  expect(faultOf(await browser.patch('/v1/me', { unsafe_metadata: sized(8193) }))).toBe(tooLarge)
  expect(faultOf(await browser.patch('/v1/me', { unsafe_metadata: { a: 'é'.repeat(4096) } }))).toBe(tooLarge)
  expect(faultOf(await browser.patch('/v1/me/metadata', { unsafe_metadata: { b: 1 } }))).toBe(tooLarge)
  expect((await browser.get('/v1/me')).body.response.unsafe_metadata).toEqual(sized(8192))
})

test('metadata that is nested without end is refused, and breaks nothing', async () => {
  const server = await createTestServer()
  const { browser } = await signUp(server)
  const text = `{"a":${'['.repeat(20_000)}${']'.repeat(20_000)}}`
  const objects = `${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`
  for (const unsafe_metadata of [text, objects])
    for (const path of ['/v1/me', '/v1/me/metadata'])
      expect((await browser.patch(path, { unsafe_metadata })).status).toBe(422)
})

test('twenty merges at once all arrive', async () => {
  const server = await createTestServer()
  const { browser } = await signUp(server)
  const keys = Array.from({ length: 20 }, (_, index) => `key_${index}`)
  const answers = await Promise.all(
    keys.map((key) => browser.patch('/v1/me/metadata', { unsafe_metadata: { [key]: true } })),
  )
  expect(answers.map(({ status }) => status)).toEqual(keys.map(() => 200))
  const { unsafe_metadata } = (await browser.get('/v1/me')).body.response
  expect(Object.keys(unsafe_metadata).sort()).toEqual(keys.toSorted())
})

test('with two people in one browser, _clerk_session_id says whose profile is meant', async () => {
  const server = await createTestServer({ settings: { singleSessionMode: false } })
  const ada = await signUp(server)
  const eve = await signUp(server, { email_address: 'eve@example.com' }, ada.browser)
  const as = (sessionId: string) => `/v1/me?_clerk_session_id=${sessionId}`
  await ada.browser.patch(as(ada.sessionId), { first_name: 'Ada' })
  await ada.browser.patch(as(eve.sessionId), { first_name: 'Eve' })
  expect((await ada.browser.get(as(ada.sessionId))).body.response).toMatchObject({
    id: ada.userId,
    first_name: 'Ada',
  })
  expect((await ada.browser.get('/v1/me')).body.response).toMatchObject({ id: eve.userId, first_name: 'Eve' })
})

test('the session of another browser opens no profile', async () => {
  const server = await createTestServer()
  const ada = await signUp(server)
  const eve = await signUp(server, { email_address: 'eve@example.com' })
  const path = `/v1/me?_clerk_session_id=${ada.sessionId}`
  expect(faultOf(await eve.browser.get(path))).toBe('401 authentication_invalid')
  expect(faultOf(await eve.browser.patch(path, { first_name: 'Eve' }))).toBe('401 authentication_invalid')
  expect(faultOf(await eve.browser.get('/v1/me?_clerk_session_id='))).toBe('401 authentication_invalid')
})

test('an old client sets a password with PATCH /me, and needs the current one for it', async () => {
  const server = await createTestServer({ settings: off })
  const { browser, password } = await signUp(server)
  const next = 'a different good password'
  for (const path of ['/v1/me', '/v1/me?__clerk_api_version=2024-10-01']) {
    expect(faultOf(await browser.patch(path, { password: next }))).toBe(
      '422 form_param_missing current_password',
    )
    expect(faultOf(await browser.patch(path, { password: next, current_password: 'wrong one' }))).toBe(
      '422 form_password_incorrect current_password',
    )
    expect(faultOf(await browser.patch(path, { password: 'short', current_password: password }))).toBe(
      '422 form_password_length_too_short password',
    )
  }
  const changed = await browser.patch('/v1/me', { password: next, current_password: password })
  expect(changed.status).toBe(200)
  const again = server.browser()
  const answer = await again.post('/v1/client/sign_ins', { identifier: 'ada@example.com', password: next })
  expect(answer.body.response.status).toBe('complete')
})

test('a new client cannot set a password with PATCH /me', async () => {
  const server = await createTestServer()
  const { browser, password } = await signUp(server)
  const fields = { first_name: 'Eve', password: 'a different good password', current_password: password }
  for (const version of ['2025-04-10', '2026-05-12', '2026-08-20', '2099-01-01'])
    expect(faultOf(await browser.patch(`/v1/me?__clerk_api_version=${version}`, fields))).toBe(
      '422 form_param_unknown password',
    )
  expect((await browser.get('/v1/me')).body.response.first_name).toBeNull()
})

test('organizations are answered empty', async () => {
  const server = await createTestServer()
  const { browser } = await signUp(server)
  for (const noun of ['memberships', 'invitations', 'suggestions']) {
    const { status, body } = await browser.get(`/v1/me/organization_${noun}?limit=10&offset=0`)
    expect(status).toBe(200)
    expect(body.response).toEqual({ data: [], total_count: 0 })
  }
})

test('a change is announced after it is written, so that open tabs read the new state', async () => {
  const server = await createTestServer()
  const { browser, userId } = await signUp(server)
  const seen: unknown[] = []
  server.deps.events.publish = (event) => seen.push(event)
  await browser.patch('/v1/me', { first_name: 'Ada' })
  expect(seen).toContainEqual({ type: 'user.updated', userId })
})
