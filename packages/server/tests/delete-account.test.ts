import { sql } from 'kysely'
import { expect, test } from 'vitest'
import type { TestServer } from '../src/testing/index.ts'
import { backendOf } from './support/backend.ts'
import { faultOf } from './support/faults.ts'
import { goodPassword, signInElsewhere, signUp } from './support/people.ts'
import { createTestServer } from './support/test-server.ts'

const open = { settings: { deleteSelf: true } }

test('nobody deletes an account where the settings do not allow it', async () => {
  const server = await createTestServer()
  const { browser, userId } = await signUp(server)
  expect(faultOf(await browser.delete('/v1/me'))).toBe('403 user_delete_self_disabled')
  expect((await browser.get('/v1/me')).body.response).toMatchObject({
    id: userId,
    delete_self_enabled: false,
  })
})

test('a person whose account says no cannot delete it', async () => {
  const server = await createTestServer(open)
  const { browser, userId } = await signUp(server)
  await backendOf(server).patch(`/v1/users/${userId}`, { delete_self_enabled: false })
  expect((await browser.get('/v1/me')).body.response.delete_self_enabled).toBe(false)
  expect(faultOf(await browser.delete('/v1/me'))).toBe('403 user_delete_self_disabled')
})

test('S70: of a deleted person nothing stays but ids in the audit log', async () => {
  const server = await createTestServer(open)
  const browser = server.browser({ ipAddress: '203.0.113.7' })
  const person = await signUp(
    server,
    { first_name: 'Augusta', unsafe_metadata: { hobby: 'poetry' } },
    browser,
  )
  await signInElsewhere(server, person)
  const added = await browser.post('/v1/me/email_addresses', { email_address: 'augusta@example.org' })
  await browser.post(`/v1/me/email_addresses/${added.body.response.id}/prepare_verification`, {
    strategy: 'email_code',
  })
  await server.browser().post('/v1/client/sign_ins', { identifier: person.address, strategy: 'email_code' })

  const { status, body } = await browser.delete('/v1/me')
  expect(status).toBe(200)
  expect(body.response).toEqual({ object: 'user', id: person.userId, deleted: true })
  expect(body.client.sessions).toEqual([])

  const { audit_log, ...others } = await dump(server)
  const text = JSON.stringify(others)
  for (const trace of [person.userId, person.sessionId, person.addressId, 'example', 'Augusta', 'poetry'])
    expect(text).not.toContain(trace)
  expect(JSON.stringify(audit_log)).not.toMatch(/example|Augusta|poetry|203\.0\.113\.7/)
  expect(audit_log).toContainEqual(expect.objectContaining({ event: 'user_deleted', user_id: person.userId }))
})

test('S70: a backend deletes whomever it names, with open attempts and codes, and the identifiers are free again', async () => {
  const phoneNumber = { enabled: true, required: false, usedForFirstFactor: true, verifyAtSignUp: true }
  const username = { enabled: true, required: false, usedForFirstFactor: true }
  const server = await createTestServer({ settings: { phoneNumber, username, enumerationProtection: true } })
  const backend = backendOf(server)
  const fields = {
    external_id: 'ext_augusta',
    username: 'augusta_ada',
    email_address: ['augusta@example.org'],
    phone_number: ['+306945550177'],
    password: goodPassword,
    private_metadata: { note: 'poetry' },
    delete_self_enabled: false,
  }
  const { body: user } = await backend.post('/v1/users', fields)
  const halfway = server.browser()
  const attempts: string[] = []
  for (const [identifier, strategy] of [
    ['augusta@example.org', 'email_code'],
    ['+306945550177', 'phone_code'],
    ['augusta_ada', undefined],
  ]) {
    const { body } = await halfway.post('/v1/client/sign_ins', { identifier, strategy })
    attempts.push(body.response.id)
  }
  const address = user.email_addresses[0].id
  await backend.patch(`/v1/email_addresses/${address}`, { verified: false })
  await backend.post(`/v1/email_addresses/${address}/prepare_verification`)

  const deleted = await backend.delete(`/v1/users/${user.id}`)
  expect(deleted.body).toEqual({ object: 'user', id: user.id, deleted: true })
  expect(faultOf(await backend.delete(`/v1/users/${user.id}`))).toBe('404 resource_not_found')

  const { audit_log, ...others } = await dump(server)
  const ids = [user.id, address, user.phone_numbers[0].id, ...attempts]
  for (const trace of [...ids, 'augusta', '306945550177', 'poetry', 'ext_'])
    expect(JSON.stringify(others)).not.toContain(trace)
  expect(JSON.stringify(audit_log)).not.toMatch(/augusta|306945550177|poetry/)
  for (const id of attempts) expect((await halfway.get(`/v1/client/sign_ins/${id}`)).status).toBe(404)
  expect((await halfway.get('/v1/client')).body.response.sign_in).toBeNull()
  expect((await backend.post('/v1/users', fields)).status).toBe(200)
})

test('S56: deletion ends every session at once', async () => {
  const server = await createTestServer(open)
  const person = await signUp(server)
  const other = await signInElsewhere(server, person)
  const seen: unknown[] = []
  server.deps.events.publish = (event) => seen.push(event)
  await person.browser.delete('/v1/me')
  for (const { browser, sessionId } of [person, other]) {
    expect((await browser.get('/v1/me')).status).toBe(401)
    expect((await browser.post(`/v1/client/sessions/${sessionId}/tokens`)).status).toBe(401)
    expect((await browser.get('/v1/client')).body.response.sessions).toEqual([])
  }
  expect(seen).toContainEqual({ type: 'user.deleted', userId: person.userId })
})

test('S70: after a deletion the browser and the address can be used for a new account', async () => {
  const server = await createTestServer(open)
  const first = await signUp(server)
  const clientId = (await first.browser.get('/v1/client')).body.response.id
  await first.browser.delete('/v1/me')
  server.clock.advance(31_000)
  const second = await signUp(server, {}, first.browser)
  expect(second.userId).not.toBe(first.userId)
  expect((await second.browser.get('/v1/client')).body.response.id).toBe(clientId)
})

test('S70: nobody signs in to a deleted account', async () => {
  const server = await createTestServer(open)
  const { browser, address } = await signUp(server)
  const halfway = server.browser()
  const begun = await halfway.post('/v1/client/sign_ins', { identifier: address })
  await browser.delete('/v1/me')
  const attempt = await halfway.post(`/v1/client/sign_ins/${begun.body.response.id}/attempt_first_factor`, {
    strategy: 'password',
    password: goodPassword,
  })
  expect(attempt.status).toBe(404)
  const anew = { identifier: address, password: goodPassword }
  expect(faultOf(await server.browser().post('/v1/client/sign_ins', anew))).toBe(
    '422 form_identifier_not_found identifier',
  )
})

test('a deletion does not disturb somebody who is signing up with an address that was never proved', async () => {
  const server = await createTestServer(open)
  const eve = await signUp(server, { email_address: 'eve@example.com' })
  const victim = 'victim@example.com'
  await eve.browser.post('/v1/me/email_addresses', { email_address: victim })
  const browser = server.browser()
  const begun = await browser.post('/v1/client/sign_ups', { email_address: victim, password: goodPassword })
  const path = `/v1/client/sign_ups/${begun.body.response.id}`
  await browser.post(`${path}/prepare_verification`, { strategy: 'email_code' })
  await eve.browser.delete('/v1/me')
  const done = await browser.post(`${path}/attempt_verification`, {
    strategy: 'email_code',
    code: server.inbox.code(victim),
  })
  expect(done.body.response.status).toBe('complete')
})

test('of two deletions at once both end well, and one is written', async () => {
  const server = await createTestServer(open)
  const person = await signUp(server)
  const other = await signInElsewhere(server, person)
  const answers = await Promise.all([person.browser.delete('/v1/me'), other.browser.delete('/v1/me')])
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  expect(answers.filter(({ status }) => status >= 400 && status < 500)).toHaveLength(1)
  const { audit_log } = await dump(server)
  expect(audit_log.filter(({ event }) => event === 'user_deleted')).toHaveLength(1)
})

type Row = Record<string, unknown>

/** Every row of every table that the database has: what a new feature keeps of a person is found too. */
async function dump({ deps }: TestServer): Promise<Record<string, Row[]> & { audit_log: Row[] }> {
  const tables = await deps.db.introspection.getTables()
  const entries = tables.map(async ({ name }): Promise<[string, Row[]]> => {
    const { rows } = await sql<Row>`select * from ${sql.table(name)}`.execute(deps.db)
    return [name, rows]
  })
  const { audit_log = [], ...others } = Object.fromEntries(await Promise.all(entries))
  expect(Object.keys(others)).toEqual(
    expect.arrayContaining(['users', 'contacts', 'sessions', 'verifications']),
  )
  return { ...others, audit_log }
}
