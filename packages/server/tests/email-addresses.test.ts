import { emailAddress } from '@usher/protocol'
import { expect, test } from 'vitest'
import * as z from 'zod/mini'
import { add, addressesOf, addressPath, attempt, me, prepare, remove } from './support/email-addresses.ts'
import { faultOf } from './support/faults.ts'
import { goodPassword, signUp } from './support/people.ts'
import { createTestServer } from './support/test-server.ts'

const strategy = 'email_code'

test('a person adds an address, verifies it with the mailed code, makes it primary and removes the first', async () => {
  const server = await createTestServer()
  const { browser, addressId } = await signUp(server)
  const added = await add(browser, 'work@example.com')
  expect(added.status).toBe(200)
  expect(z.parse(emailAddress, added.body.response)).toMatchObject({ email_address: 'work@example.com' })
  const { id } = added.body.response

  const prepared = await prepare(browser, id)
  expect(prepared.body.response.verification).toMatchObject({ status: 'unverified', strategy, attempts: 0 })
  const verified = await attempt(browser, id, server.inbox.code('work@example.com'))
  expect(verified.body.response.verification).toMatchObject({ status: 'verified', strategy })
  expect(verified.body.client.sessions[0].user.email_addresses).toHaveLength(2)
  expect((await me(browser)).primary_email_address_id).toBe(addressId)

  const changed = await browser.patch('/v1/me', { primary_email_address_id: id })
  expect(changed.body.response.primary_email_address_id).toBe(id)
  const removed = await remove(browser, addressId)
  expect(removed.body.response).toEqual({ object: 'email_address', id: addressId, deleted: true })
  expect(await addressesOf(browser)).toEqual(['work@example.com'])

  const anew = { identifier: 'work@example.com', password: goodPassword }
  expect((await server.browser().post('/v1/client/sign_ins', anew)).body.response.status).toBe('complete')
})

test('addresses are listed and read one by one, the oldest first', async () => {
  const server = await createTestServer()
  const { browser, addressId } = await signUp(server)
  server.clock.advance(1)
  const id = (await add(browser, 'work@example.com')).body.response.id
  const { body } = await browser.get(addressPath)
  expect(body.map((row: { id: string }) => row.id)).toEqual([addressId, id])
  expect((await browser.get(`${addressPath}/${id}`)).body.response).toMatchObject({
    object: 'email_address',
    id,
  })
})

test('a slash after the path changes nothing', async () => {
  const server = await createTestServer()
  const { browser } = await signUp(server)
  const added = await browser.post(`${addressPath}/`, { email_address: 'work@example.com' })
  expect(added.status).toBe(200)
})

test('an address is kept as it was written, and compared in its normal form', async () => {
  const server = await createTestServer()
  const { browser } = await signUp(server)
  const added = await add(browser, '  Work.Mail+tag@EXAMPLE.com ')
  expect(added.body.response.email_address).toBe('Work.Mail+tag@EXAMPLE.com')
  expect(faultOf(await add(browser, 'work.mail+TAG@example.com'))).toBe(
    '400 identification_exists email_address',
  )
  expect(faultOf(await add(browser, 'ADA@example.com'))).toBe('400 identification_exists email_address')
  expect((await add(browser, 'workmail+tag@example.com')).status).toBe(200)
})

test('what is no address is refused under its name', async () => {
  const server = await createTestServer()
  const { browser } = await signUp(server)
  for (const value of [
    'ada',
    'ada@',
    '@example.com',
    'ada@example',
    'ada@@example.com',
    'ada eve@example.com',
    'ada＠example.com',
    'ada@example.com\r\nBcc: eve@example.com',
    '<ada@example.com>',
    `${'x'.repeat(65)}@example.com`,
  ])
    expect(faultOf(await add(browser, value))).toBe('422 form_param_format_invalid email_address')
  expect(faultOf(await add(browser, ''))).toBe('422 form_param_nil email_address')
  expect(faultOf(await add(browser, `${'x'.repeat(250)}@example.com`))).toBe(
    '422 form_param_max_length_exceeded email_address',
  )
  expect(faultOf(await browser.post(addressPath))).toBe('422 form_param_missing email_address')
  const twice = new URLSearchParams('email_address=a@example.com&email_address=b@example.com')
  const answer = await browser.fetch(addressPath, { method: 'POST', body: twice })
  expect(faultOf({ status: answer.status, body: await answer.json() })).toBe(
    '422 form_param_format_invalid email_address',
  )
  expect(await addressesOf(browser)).toEqual(['ada@example.com'])
})

test('an address that somebody else has verified is taken', async () => {
  const server = await createTestServer()
  const { browser } = await signUp(server)
  await signUp(server, { email_address: 'eve@example.com' })
  expect(faultOf(await add(browser, 'Eve@example.com'))).toBe('422 form_identifier_exists email_address')
  expect(await addressesOf(browser)).toEqual(['ada@example.com'])
})

test('one address sent twice at once is added once', async () => {
  const server = await createTestServer()
  const { browser } = await signUp(server)
  const answers = await Promise.all([1, 2, 3].map(() => add(browser, 'work@example.com')))
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 400, 400])
  expect((await addressesOf(browser)).toSorted()).toEqual(['ada@example.com', 'work@example.com'])
})

test('the addresses of others are not found, whatever is asked of them', async () => {
  const server = await createTestServer()
  const ada = await signUp(server)
  const eve = await signUp(server, { email_address: 'eve@example.com' })
  for (const id of [ada.addressId, 'idn_unknown', '%27', '__proto__', 'a%00b', '..%2f..']) {
    const answers = [
      await eve.browser.get(`${addressPath}/${id}`),
      await remove(eve.browser, id),
      await prepare(eve.browser, id),
      await attempt(eve.browser, id, '123456'),
    ]
    expect(answers.map(faultOf)).toEqual(answers.map(() => '404 resource_not_found'))
  }
  const primary = await eve.browser.patch('/v1/me', { primary_email_address_id: ada.addressId })
  expect(faultOf(primary)).toBe('404 resource_not_found primary_email_address_id')
  expect(await addressesOf(ada.browser)).toEqual(['ada@example.com'])
})

test('a change of addresses does not end the session, and every tab is told', async () => {
  const server = await createTestServer()
  const { browser, userId } = await signUp(server)
  const seen: unknown[] = []
  server.deps.events.publish = (event) => seen.push(event)
  const { id } = (await add(browser, 'work@example.com')).body.response
  await remove(browser, id)
  expect(seen).toEqual([
    { type: 'user.updated', userId },
    { type: 'user.updated', userId },
  ])
  expect((await browser.get('/v1/me')).status).toBe(200)
})
