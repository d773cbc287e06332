import { expect, test } from 'vitest'
import { type ReverificationAttempt, reverificationStep } from './reverification-step.ts'

const byEmail = { strategy: 'email_code', emailAddressId: 'idn_1', safeIdentifier: 'a**@example.com' }
const attempt: ReverificationAttempt = {
  status: 'needs_first_factor',
  supportedFirstFactors: [{ strategy: 'password' }, byEmail],
  supportedSecondFactors: null,
  firstFactorVerification: null,
  secondFactorVerification: null,
}
const at = (change: Partial<ReverificationAttempt>, more: object = {}) =>
  reverificationStep({
    attempt: { ...attempt, ...change },
    choice: { screen: 'auto' },
    preferred: 'password',
    sentFor: null,
    ...more,
  })

test('nothing is asked before the server has begun', () => {
  const begun = reverificationStep({
    attempt: null,
    choice: { screen: 'auto' },
    preferred: 'password',
    sentFor: null,
  })
  expect(begun.name).toBe('loading')
})

test('the password comes first, and the code is another way', () => {
  expect(at({})).toMatchObject({ name: 'password', isSecond: false, back: null })
  expect(at({}).methods.map(({ strategy }) => strategy)).toEqual(['email_code'])
})

test('somebody without a password is sent a code', () => {
  expect(at({ supportedFirstFactors: [byEmail] })).toMatchObject({
    name: 'code',
    code: 'unsent',
    methods: [],
  })
})

test('where codes come first, they do here too', () => {
  expect(at({}, { preferred: 'otp' }).name).toBe('code')
})

test('the other ways lead back to the one that was left', () => {
  const choice = { screen: 'methods', factor: { strategy: 'password' } }
  expect(at({}, { choice })).toMatchObject({ name: 'methods', back: { screen: 'factor' } })
})

test('the second factors come in the order of the server', () => {
  const supportedSecondFactors = [{ strategy: 'totp' }, { strategy: 'backup_code' }]
  const step = at({ status: 'needs_second_factor', supportedSecondFactors })
  expect(step).toMatchObject({ name: 'totp', isSecond: true })
  expect(step.methods.map(({ strategy }) => strategy)).toEqual(['backup_code'])
})

test('who has nothing to prove it with is told so, and so is who has only what this kit does not know', () => {
  expect(at({ supportedFirstFactors: [] }).name).toBe('unavailable')
  expect(at({ supportedFirstFactors: [{ strategy: 'carrier_pigeon' }] }).name).toBe('unavailable')
  expect(at({ supportedFirstFactors: [{ strategy: 'email_link' }] }).name).toBe('unavailable')
})

test('a passkey is another way, and the only way of somebody who has nothing else', () => {
  const passkey = { strategy: 'passkey' }
  const both = at({ supportedFirstFactors: [passkey, { strategy: 'password' }] })
  expect(both).toMatchObject({ name: 'password', methods: [{ strategy: 'passkey' }] })
  expect(at({ supportedFirstFactors: [passkey] })).toMatchObject({ name: 'passkey', methods: [] })
  const second = { supportedSecondFactors: [{ strategy: 'totp' }, passkey] }
  const step = at({ status: 'needs_second_factor', ...second })
  expect(step).toMatchObject({ name: 'totp', methods: [{ strategy: 'passkey' }] })
})

test('what is proved is complete', () => {
  expect(at({ status: 'complete' }).name).toBe('complete')
})
