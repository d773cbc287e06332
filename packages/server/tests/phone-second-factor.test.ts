import { instanceSettings } from '@usher/protocol'
import { expect, test } from 'vitest'
import * as z from 'zod/mini'
import { faultOf } from './support/faults.ts'
import { signUp } from './support/people.ts'
import { add, addVerified, me, number, second as other, path } from './support/phone-numbers.ts'
import { off } from './support/reverification.ts'
import { addApp, addReserved, passPassword, reserve, signIns, start } from './support/second-factors.ts'

test('a person keeps a number for the second step and signs in with the code that is sent there', async () => {
  const server = await start()
  const ada = await signUp(server)
  const id = await addVerified(server, ada.browser, number)
  const reserved = (await reserve(ada.browser, id)).body.response
  expect(reserved).toMatchObject({ reserved_for_second_factor: true, default_second_factor: true })
  expect(reserved.backup_codes).toHaveLength(10)
  expect(await me(ada.browser)).toMatchObject({
    two_factor_enabled: true,
    totp_enabled: false,
    backup_code_enabled: true,
  })
  const { attempt, prepare, second } = await passPassword(server, ada)
  expect(attempt.supported_second_factors[0]).toMatchObject({
    strategy: 'phone_code',
    phone_number_id: id,
    default: true,
  })
  expect(faultOf(await second('phone_code', '123456'))).toBe('400 verification_missing')
  const prepared = await prepare()
  expect(prepared.body.response.second_factor_verification).toMatchObject({
    status: 'unverified',
    strategy: 'phone_code',
    expire_at: server.clock.now() + 600_000,
  })
  const done = await second('phone_code', server.inbox.code(number))
  expect(done.body.response.status).toBe('complete')
  expect(done.body.client.sessions[0].factor_verification_age).toEqual([0, 0])
})

test('S33: only a verified number can be kept for the second step, and the app stands beside it', async () => {
  const server = await start()
  const { browser } = await signUp(server)
  const { id } = (await add(browser, number)).body.response
  expect(faultOf(await reserve(browser, id))).toBe('422 form_param_value_invalid reserved_for_second_factor')
  expect((await me(browser)).two_factor_enabled).toBe(false)
  expect(z.safeParse(instanceSettings, { secondFactors: { phoneCode: true } }).success).toBe(false)
})

test('S34: a number that is asked second neither signs in first nor resets the password', async () => {
  const server = await start()
  const ada = await signUp(server)
  const id = await addReserved(server, ada.browser, number)
  const browser = server.browser()
  const { response } = (await browser.post(signIns, { identifier: number })).body
  const offered = response.supported_first_factors.map((factor: { strategy: string }) => factor.strategy)
  expect(offered).toEqual(['password', 'email_code', 'reset_password_email_code'])
  for (const strategy of ['phone_code', 'reset_password_phone_code']) {
    const answer = await browser.post(`${signIns}/${response.id}/prepare_first_factor`, {
      strategy,
      phone_number_id: id,
    })
    expect(faultOf(answer)).toBe('422 form_param_value_invalid phone_number_id')
  }
})

test('S23: the code of the first step is of no use in the second', async () => {
  const server = await start(off)
  const ada = await signUp(server)
  await addReserved(server, ada.browser, number)
  await addVerified(server, ada.browser, other)
  const browser = server.browser()
  const begun = await browser.post(signIns, { identifier: other, strategy: 'phone_code' })
  const at = `${signIns}/${begun.body.response.id}`
  const first = server.inbox.code(other)
  const proved = await browser.post(`${at}/attempt_first_factor`, { strategy: 'phone_code', code: first })
  expect(proved.body.response.status).toBe('needs_second_factor')
  await browser.post(`${at}/prepare_second_factor`, { strategy: 'phone_code' })
  const answer = await browser.post(`${at}/attempt_second_factor`, { strategy: 'phone_code', code: first })
  expect(faultOf(answer)).toBe('422 form_code_incorrect code')
})

test('S39: the only way to sign in cannot be kept for the second step', async () => {
  const server = await start({
    emailAddress: { enabled: true, required: false, usedForFirstFactor: true, verifyAtSignUp: true },
    password: { enabled: true, required: false, minLength: 8 },
  })
  const browser = server.browser()
  const begun = (await browser.post('/v1/client/sign_ups', { phone_number: number })).body.response
  const at = `/v1/client/sign_ups/${begun.id}`
  await browser.post(`${at}/prepare_verification`, { strategy: 'phone_code' })
  await browser.post(`${at}/attempt_verification`, {
    strategy: 'phone_code',
    code: server.inbox.code(number),
  })
  const { phone_numbers: numbers } = await me(browser)
  expect(faultOf(await reserve(browser, numbers[0].id))).toBe(
    '400 identification_deletion_failed reserved_for_second_factor',
  )
})

test('the default number is asked first, until another one was used last', async () => {
  const server = await start(off)
  const ada = await signUp(server)
  const first = await addReserved(server, ada.browser, number)
  const next = await addReserved(server, ada.browser, other)
  const order = async () => {
    const { attempt } = await passPassword(server, ada)
    return attempt.supported_second_factors.map(
      (factor: { phone_number_id?: string; strategy: string }) => factor.phone_number_id ?? factor.strategy,
    )
  }
  expect(await order()).toEqual([first, next, 'backup_code'])
  const chosen = await ada.browser.patch(`${path}/${next}`, { default_second_factor: true })
  expect(chosen.body.response.default_second_factor).toBe(true)
  expect(await order()).toEqual([next, first, 'backup_code'])
  const { prepare, second } = await passPassword(server, ada)
  await prepare(first)
  await second('phone_code', server.inbox.code(number))
  expect(await order()).toEqual([first, next, 'backup_code'])
  const { secret } = await addApp(server, ada.browser)
  await (await passPassword(server, ada)).second('totp', await server.authenticator(secret))
  expect((await order())[0]).toBe('totp')
})

test('a number that is let go, or removed, asks for nothing any more, and the next one is the default', async () => {
  const server = await start(off)
  const ada = await signUp(server)
  const first = await addReserved(server, ada.browser, number)
  const next = await addReserved(server, ada.browser, other)
  await reserve(ada.browser, first, false)
  const numbers = (await me(ada.browser)).phone_numbers
  expect(numbers.map((row: { default_second_factor: boolean }) => row.default_second_factor)).toEqual([
    false,
    true,
  ])
  const wrong = await ada.browser.patch(`${path}/${first}`, { default_second_factor: true })
  expect(faultOf(wrong)).toBe('422 form_param_value_invalid default_second_factor')
  await ada.browser.delete(`${path}/${next}`)
  expect(await me(ada.browser)).toMatchObject({ two_factor_enabled: false, backup_codes_left: 0 })
  expect((await passPassword(server, ada)).attempt.status).toBe('complete')
})

test('S68: nobody keeps the number of somebody else, or has a code sent there', async () => {
  const server = await start()
  const ada = await signUp(server)
  const eve = await signUp(server, { email_address: 'eve@example.com' })
  const hers = await addReserved(server, eve.browser, number)
  expect(faultOf(await reserve(ada.browser, hers))).toBe('404 resource_not_found')
  await addApp(server, ada.browser)
  const { prepare } = await passPassword(server, ada)
  expect(faultOf(await prepare(hers))).toBe('422 form_param_value_invalid phone_number_id')
})

test('where the settings do not name it, a number is not kept for the second step', async () => {
  const server = await start({
    secondFactors: { authenticatorApp: true, phoneCode: false, backupCode: false },
  })
  const ada = await signUp(server)
  const id = await addVerified(server, ada.browser, number)
  expect(faultOf(await reserve(ada.browser, id))).toBe('403 feature_not_enabled')
})
