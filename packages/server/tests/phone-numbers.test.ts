import { phoneNumber as phoneNumberShape } from '@usher/protocol'
import { expect, test } from 'vitest'
import * as z from 'zod/mini'
import type { TestBrowser } from '../src/testing/index.ts'
import { otherThan } from './support/attempts.ts'
import { faultOf } from './support/faults.ts'
import { addAddress, goodPassword, signUp } from './support/people.ts'
import { add, addVerified, me, number, on, path, second, start, strategy } from './support/phone-numbers.ts'
import { off } from './support/reverification.ts'
import { createTestServer } from './support/test-server.ts'

const numbersOf = async (browser: TestBrowser): Promise<string[]> =>
  (await me(browser)).phone_numbers.map((row: { phone_number: string }) => row.phone_number)

test('a person adds a number, verifies it with the code of a text message, and it is the primary one', async () => {
  const server = await start()
  const { browser } = await signUp(server)
  const added = await add(browser, ' +30 694 555-0123 ')
  expect(z.parse(phoneNumberShape, added.body.response)).toMatchObject({
    phone_number: number,
    reserved_for_second_factor: false,
    verification: { status: 'unverified', strategy: null },
  })
  const { id } = added.body.response
  // Clients of 2022 name no strategy.
  const prepared = await browser.post(`${path}/${id}/prepare_verification`)
  expect(prepared.body.response.verification).toMatchObject({ status: 'unverified', strategy, attempts: 0 })
  const [sms] = server.inbox.messages()
  expect(sms).toMatchObject({
    to: number,
    text: `${sms?.code} is your code for Acme. It works for 10 minutes.`,
  })
  const wrong = otherThan(server.inbox.code(number))
  expect(faultOf(await browser.post(`${path}/${id}/attempt_verification`, { code: wrong }))).toBe(
    '422 form_code_incorrect code',
  )
  const verified = await browser.post(`${path}/${id}/attempt_verification`, {
    code: server.inbox.code(number),
  })
  expect(verified.body.response.verification).toMatchObject({ status: 'verified', strategy })
  expect((await me(browser)).primary_phone_number_id).toBe(id)
  expect(faultOf(await browser.post(`${path}/${id}/prepare_verification`))).toBe(
    '400 verification_already_verified',
  )
  expect((await browser.get(`${path}/${id}`)).body.response.phone_number).toBe(number)
  expect((await browser.get(path)).body).toHaveLength(1)
})

test('another number can be made primary, and the next one takes the place of a primary one that goes', async () => {
  const server = await start()
  const { browser } = await signUp(server)
  const first = await addVerified(server, browser, number)
  server.clock.advance(60_000)
  const other = await addVerified(server, browser, second)
  expect((await me(browser)).primary_phone_number_id).toBe(first)
  const changed = await browser.patch('/v1/me', { primary_phone_number_id: other })
  expect(changed.body.response.primary_phone_number_id).toBe(other)
  const removed = await browser.delete(`${path}/${other}`)
  expect(removed.body.response).toEqual({ object: 'phone_number', id: other, deleted: true })
  expect((await me(browser)).primary_phone_number_id).toBe(first)
  await browser.delete(`${path}/${first}`)
  expect(await numbersOf(browser)).toEqual([])
  expect((await me(browser)).primary_phone_number_id).toBeNull()
})

test('of two who verify one number the first has it, and whoever signs up with it later learns so', async () => {
  const server = await start()
  const ada = await signUp(server)
  const eve = await signUp(server, { email_address: 'eve@example.com' })
  const [hers, his] = await Promise.all([add(ada.browser, number), add(eve.browser, number)])
  server.clock.advance(60_000)
  await ada.browser.post(`${path}/${hers.body.response.id}/prepare_verification`)
  await ada.browser.post(`${path}/${hers.body.response.id}/attempt_verification`, {
    code: server.inbox.code(number),
  })
  expect(await numbersOf(ada.browser)).toEqual([number])
  expect(await numbersOf(eve.browser)).toEqual([])
  expect(his.status).toBe(200)
  expect(faultOf(await add(eve.browser, number))).toBe('422 form_identifier_exists phone_number')
  const late = await server.browser().post('/v1/client/sign_ups', {
    email_address: 'x@example.com',
    phone_number: number,
    password: goodPassword,
  })
  expect(faultOf(late)).toBe('422 form_identifier_exists phone_number')
})

test('what is no number is refused under its name, and so is one where numbers are off', async () => {
  const server = await start()
  const { browser } = await signUp(server)
  for (const value of ['6945550123', '+', 'ada@example.com', '+1', `+30${'1'.repeat(50)}`])
    expect(faultOf(await add(browser, value)), value).toBe('422 form_param_format_invalid phone_number')
  expect(faultOf(await add(browser, ''))).toMatch(/^422 form_param_(nil|missing) phone_number$/)
  expect(faultOf(await add(browser, 'x'.repeat(300)))).toBe('422 form_param_max_length_exceeded phone_number')
  const off = await createTestServer()
  const person = await signUp(off)
  expect(faultOf(await add(person.browser, number))).toBe('422 form_param_unknown phone_number')
  const signIn = await off.browser().post('/v1/client/sign_ins', { identifier: number })
  expect(faultOf(signIn)).toBe('422 form_param_format_invalid identifier')
})

test('S39: the last way to sign in stays, whether it is an address or a number', async () => {
  const server = await start({ password: { enabled: true, required: false, minLength: 8 } })
  const { browser, addressId } = await signUp(server)
  const id = await addVerified(server, browser, number)
  expect((await browser.delete(`/v1/me/email_addresses/${addressId}`)).status).toBe(200)
  expect(faultOf(await browser.delete(`${path}/${id}`))).toBe('400 identification_deletion_failed')
  await addAddress(server, browser, 'again@example.com')
  expect((await browser.delete(`${path}/${id}`)).status).toBe(200)
})

test('a number of somebody else is not found', async () => {
  const server = await start()
  const ada = await signUp(server)
  const eve = await signUp(server, { email_address: 'eve@example.com' })
  const { id } = (await add(ada.browser, number)).body.response
  for (const answer of [
    await eve.browser.get(`${path}/${id}`),
    await eve.browser.delete(`${path}/${id}`),
    await eve.browser.post(`${path}/${id}/prepare_verification`),
    await eve.browser.post(`${path}/${id}/attempt_verification`, { code: '000000' }),
    await ada.browser.get(`/v1/me/email_addresses/${id}`),
  ])
    expect(faultOf(answer)).toBe('404 resource_not_found')
})

test('a provider that fails is a typed error, and the number can be verified once it works again', async () => {
  const server = await start()
  const { browser } = await signUp(server)
  const { id } = (await add(browser, number)).body.response
  server.inbox.failNext()
  expect(faultOf(await browser.post(`${path}/${id}/prepare_verification`))).toBe('503 sms_delivery_failed')
  expect((await browser.post(`${path}/${id}/prepare_verification`)).status).toBe(200)
  expect(server.inbox.messages()).toHaveLength(1)
})

test('S49: a country gets no more text messages a day than its share', async () => {
  const server = await createTestServer({ settings: { phoneNumber: on, ...off }, limits: true })
  const { browser } = await signUp(server)
  const ask = async (value: string) => {
    const { id } = (await add(browser, value)).body.response
    server.clock.advance(11_000)
    return browser.post(`${path}/${id}/prepare_verification`)
  }
  for (let count = 0; count < 300; count++)
    expect((await ask(`+30694555${String(1000 + count)}`)).status, String(count)).toBe(200)
  const refused = await ask('+306945559999')
  expect(faultOf(refused)).toBe('429 too_many_requests')
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(3600)
  expect((await ask(second)).status).toBe(200)
})

test('numbers of films take a fixed code and get no message, in test mode only', async () => {
  const server = await start({ testMode: true })
  const { browser } = await signUp(server)
  const { id } = (await add(browser, '+15555550100')).body.response
  await browser.post(`${path}/${id}/prepare_verification`)
  expect(server.inbox.messages()).toEqual([])
  const proved = await browser.post(`${path}/${id}/attempt_verification`, { code: '424242' })
  expect(proved.body.response.verification.status).toBe('verified')
})

test('the environment tells what numbers are for', async () => {
  const { phone_number } = (await (await start()).browser().get('/v1/environment')).body.user_settings
    .attributes
  expect(phone_number).toMatchObject({
    enabled: true,
    used_for_first_factor: true,
    first_factors: [strategy],
    verifications: [strategy],
    channels: ['sms'],
  })
})
