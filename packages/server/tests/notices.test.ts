import { beforeEach, describe, expect, test } from 'vitest'
import type { TestServer } from '../src/testing/index.ts'
import { backendOf } from './support/backend.ts'
import { remove } from './support/email-addresses.ts'
import { addAddress, goodPassword, type Person, signUp } from './support/people.ts'
import { addVerified } from './support/phone-numbers.ts'
import { off } from './support/reverification.ts'
import { addApp, reserve, start } from './support/second-factors.ts'

let server: TestServer
let ada: Person
beforeEach(async () => {
  server = await start(off)
  const browser = server.browser({
    userAgent: 'Mozilla/5.0 (X11; Linux x86_64) Chrome/140.0 Safari/537.36',
    ipAddress: '203.0.113.7',
  })
  ada = await signUp(server, {}, browser)
})

/** Subjects of the notices that an address got, the oldest first. */
const noticesTo = (address: string) =>
  server.inbox
    .list()
    .filter(({ to, code, link }) => to === address && !code && !link)
    .map(({ subject }) => subject)
    .reverse()

describe('S38: the address from before a change is told', () => {
  const changes = {
    'the password is changed': [
      /password .* was changed/,
      () =>
        ada.browser.post('/v1/me/change_password', {
          current_password: goodPassword,
          new_password: 'another correct horse',
        }),
    ],
    'an address is added': [
      /email address was added/,
      () => addAddress(server, ada.browser, 'ada@work.example.com'),
    ],
    'a number is added': [/phone number was added/, () => addVerified(server, ada.browser, '+12015550123')],
    'an authenticator app is added': [/authenticator app was added/, () => addApp(server, ada.browser)],
  } satisfies Record<string, [RegExp, () => Promise<unknown>]>

  test.each(Object.entries(changes))('when %s', async (_, [subject, change]) => {
    expect(noticesTo(ada.address)).toEqual([])
    await change()
    expect(noticesTo(ada.address)).toEqual([expect.stringMatching(subject)])
    expect(server.inbox.latest(ada.address)?.text).toContain('Chrome on Linux, 203.0.113.7')
  })

  test('when another address is made primary, and when the old one is removed', async () => {
    const other = 'thief@example.com'
    const id = await addAddress(server, ada.browser, other)
    await ada.browser.patch('/v1/me', { primary_email_address_id: id })
    expect(noticesTo(ada.address)).toEqual([
      expect.stringContaining('was added'),
      expect.stringContaining('another primary email address'),
    ])
    await remove(ada.browser, ada.addressId)
    expect(noticesTo(other)).toEqual([expect.stringContaining('was removed')])
  })

  test('when the primary address is removed', async () => {
    await addAddress(server, ada.browser, 'ada@work.example.com')
    await remove(ada.browser, ada.addressId)
    expect(noticesTo(ada.address).at(-1)).toContain('was removed')
    expect(noticesTo('ada@work.example.com')).toEqual([])
  })

  test('when second factors come and go', async () => {
    const number = await addVerified(server, ada.browser, '+12015550123')
    await reserve(ada.browser, number)
    await addApp(server, ada.browser)
    await ada.browser.post('/v1/me/backup_codes')
    await ada.browser.delete('/v1/me/totp')
    await reserve(ada.browser, number, false)
    await ada.browser.delete(`/v1/me/phone_numbers/${number}`)
    expect(noticesTo(ada.address)).toEqual([
      expect.stringContaining('A phone number was added'),
      expect.stringContaining('Text messages are a second step'),
      expect.stringContaining('authenticator app was added'),
      expect.stringContaining('new backup codes'),
      expect.stringContaining('authenticator app was removed'),
      expect.stringContaining('Text messages are no second step'),
      expect.stringContaining('A phone number was removed'),
    ])
  })

  test('when the password is reset', async () => {
    const browser = server.browser()
    const { response } = (await browser.post('/v1/client/sign_ins', { identifier: ada.address })).body
    const path = `/v1/client/sign_ins/${response.id}`
    const strategy = 'reset_password_email_code'
    await browser.post(`${path}/prepare_first_factor`, { strategy, email_address_id: ada.addressId })
    await browser.post(`${path}/attempt_first_factor`, { strategy, code: server.inbox.code(ada.address) })
    await browser.post(`${path}/reset_password`, { password: 'another correct horse' })
    expect(noticesTo(ada.address)).toEqual([expect.stringContaining('was changed')])
  })
})

test('S38: a change that was refused tells nobody', async () => {
  await ada.browser.post('/v1/me/change_password', {
    current_password: 'wrong password',
    new_password: 'another correct horse',
  })
  await remove(ada.browser, ada.addressId)
  expect(noticesTo(ada.address)).toEqual([])
})

test('a change stands when its notice cannot be delivered', async () => {
  server.inbox.failNext()
  const answer = await ada.browser.post('/v1/me/change_password', {
    current_password: goodPassword,
    new_password: 'another correct horse',
  })
  expect(answer.status).toBe(200)
  expect(noticesTo(ada.address)).toEqual([])
})

describe('a backend that changes the primary address', () => {
  const other = 'ada@work.example.com'

  test('has the old one told when it asks for it', async () => {
    const backend = backendOf(server)
    const notify_primary_email_address_changed = true
    const added = { user_id: ada.userId, email_address: other, verified: true, primary: true }
    const { body } = await backend.post('/v1/email_addresses', {
      ...added,
      notify_primary_email_address_changed,
    })
    expect(noticesTo(ada.address)).toHaveLength(1)
    await backend.patch(`/v1/email_addresses/${ada.addressId}`, {
      primary: true,
      notify_primary_email_address_changed,
    })
    expect(noticesTo(other)).toHaveLength(1)
    await backend.patch(`/v1/users/${ada.userId}`, {
      primary_email_address_id: body.id,
      notify_primary_email_address_changed,
    })
    expect(noticesTo(ada.address)).toHaveLength(2)
    const replace = (email_address: string) =>
      backend.put(`/v1/users/${ada.userId}/email_address`, {
        email_address,
        notify_primary_email_address_changed,
      })
    await replace(other)
    expect(noticesTo(other)).toHaveLength(1)
    await replace('ada@home.example.com')
    expect(noticesTo(other)).toHaveLength(2)
  })

  test('tells nobody otherwise', async () => {
    const backend = backendOf(server)
    await backend.put(`/v1/users/${ada.userId}/email_address`, { email_address: other })
    expect(noticesTo(ada.address)).toEqual([])
  })
})
