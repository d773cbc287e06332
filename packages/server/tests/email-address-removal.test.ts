import { expect, test } from 'vitest'
import { add, addressesOf, me, remove } from './support/email-addresses.ts'
import { faultOf } from './support/faults.ts'
import { addAddress, signUp } from './support/people.ts'
import { createTestServer } from './support/test-server.ts'

test('an address that is not verified cannot become the primary one', async () => {
  const server = await createTestServer()
  const { browser, addressId } = await signUp(server)
  const { id } = (await add(browser, 'work@example.com')).body.response
  expect(faultOf(await browser.patch('/v1/me', { primary_email_address_id: id }))).toBe(
    '422 form_param_value_invalid primary_email_address_id',
  )
  expect((await me(browser)).primary_email_address_id).toBe(addressId)
})

test('S39: the last address that signs in cannot be removed, an unverified one beside it does not count', async () => {
  const server = await createTestServer()
  const { browser, addressId } = await signUp(server)
  const spare = (await add(browser, 'work@example.com')).body.response.id
  expect(faultOf(await remove(browser, addressId))).toBe('400 identification_deletion_failed')
  expect((await remove(browser, spare)).status).toBe(200)
  expect(faultOf(await remove(browser, addressId))).toBe('400 identification_deletion_failed')
  expect(await addressesOf(browser)).toEqual(['ada@example.com'])
})

test('S39: two removals at once leave one address', async () => {
  const server = await createTestServer()
  const { browser, addressId } = await signUp(server)
  const second = await addAddress(server, browser, 'work@example.com')
  const answers = await Promise.all([addressId, second].map((id) => remove(browser, id)))
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 400])
  expect(await addressesOf(browser)).toHaveLength(1)
  const { email_addresses, primary_email_address_id } = await me(browser)
  expect(primary_email_address_id).toBe(email_addresses[0].id)
})

test('when the primary address goes, the next verified one takes its place', async () => {
  const server = await createTestServer()
  const { browser, addressId } = await signUp(server)
  server.clock.advance(1)
  await add(browser, 'unverified@example.com')
  server.clock.advance(1)
  const verified = await addAddress(server, browser, 'work@example.com')
  expect((await remove(browser, addressId)).status).toBe(200)
  expect((await me(browser)).primary_email_address_id).toBe(verified)
})

test('an address that was removed is free for others', async () => {
  const server = await createTestServer()
  const ada = await signUp(server)
  const id = await addAddress(server, ada.browser, 'shared@example.com')
  await remove(ada.browser, id)
  server.clock.advance(31_000)
  const eve = await signUp(server, { email_address: 'shared@example.com' })
  expect(eve.userId).not.toBe(ada.userId)
})

test('an address that becomes primary while it is removed leaves no primary address that is gone', async () => {
  const server = await createTestServer()
  const { browser } = await signUp(server)
  for (let round = 0; round < 5; round++) {
    const id = await addAddress(server, browser, `round${round}@example.com`)
    const answers = await Promise.all([
      browser.patch('/v1/me', { primary_email_address_id: id }),
      remove(browser, id),
    ])
    for (const { status } of answers) expect(status).toBeLessThan(500)
    const { email_addresses, primary_email_address_id } = await me(browser)
    expect(email_addresses.map((row: { id: string }) => row.id)).toContain(primary_email_address_id)
  }
})
