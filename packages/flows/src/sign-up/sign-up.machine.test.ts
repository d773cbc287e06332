import { describe, expect, test } from 'vitest'
import {
  type SignUpAttempt,
  type SignUpAttributes,
  type SignUpChoice,
  signUpFields,
  signUpStep,
} from './sign-up.machine.ts'

const attemptWith = (changes: Partial<SignUpAttempt> = {}): SignUpAttempt => ({
  id: 'sua_1',
  status: 'missing_requirements',
  missingFields: [],
  unverifiedFields: ['email_address'],
  emailAddress: 'ada@example.com',
  verifications: { emailAddress: { status: 'unverified', nextAction: 'needs_attempt' } },
  ...changes,
})

const provedBy = (supportedStrategies: string[], strategy: string | null = null) => ({
  verifications: {
    emailAddress: { status: 'unverified', nextAction: 'needs_attempt', strategy, supportedStrategies },
  },
})

type Situation = { attempt?: SignUpAttempt | null; choice?: SignUpChoice; mode?: string }
const at = ({ attempt = attemptWith(), choice = { screen: 'auto' }, mode = 'public' }: Situation) =>
  signUpStep({ attempt, choice, mode })

describe('which step a sign-up is at', () => {
  const verified = { unverifiedFields: [] }
  const situations: [string, Situation, string][] = [
    ['nobody began one', { attempt: null }, 'start'],
    ['it was left for a day', { attempt: attemptWith({ status: 'abandoned' }) }, 'start'],
    ['somebody changes the address', { choice: { screen: 'start', isChange: true } }, 'start'],
    ['the address is to be verified', {}, 'verify-email'],
    ['by a link, which is the only way', { attempt: attemptWith(provedBy(['email_link'])) }, 'email-link'],
    [
      'by a link, which comes first',
      { attempt: attemptWith(provedBy(['email_link', 'email_code'])) },
      'email-link',
    ],
    [
      'by the code that is under way',
      { attempt: attemptWith(provedBy(['email_link', 'email_code'], 'email_code')) },
      'verify-email',
    ],
    [
      'by the link that somebody chose',
      {
        attempt: attemptWith(provedBy(['email_code', 'email_link'], 'email_code')),
        choice: { screen: 'auto', strategy: 'email_link' },
      },
      'email-link',
    ],
    [
      'by a way that is not supported here',
      { attempt: attemptWith(provedBy(['email_code'])), choice: { screen: 'auto', strategy: 'email_link' } },
      'verify-email',
    ],
    [
      'the number is to be verified after the address',
      { attempt: attemptWith({ unverifiedFields: ['phone_number'], phoneNumber: '+306945550123' }) },
      'verify-phone',
    ],
    ['fields are missing, too', { attempt: attemptWith({ missingFields: ['password'] }) }, 'verify-email'],
    [
      'only fields are missing',
      { attempt: attemptWith({ ...verified, missingFields: ['first_name'] }) },
      'continue',
    ],
    [
      'it misses what this version cannot ask for',
      { attempt: attemptWith({ ...verified, missingFields: ['web3_wallet'] }) },
      'unavailable',
    ],
    ['it is done', { attempt: attemptWith({ status: 'complete' }) }, 'complete'],
    ['it is done and gone from the client', { attempt: null, choice: { screen: 'complete' } }, 'complete'],
    [
      'somebody was invited into an instance that takes nobody else',
      { attempt: attemptWith({ ...verified, missingFields: ['password'] }), mode: 'restricted' },
      'continue',
    ],
    ['the instance takes nobody', { attempt: null, mode: 'restricted' }, 'restricted'],
  ]
  test.each(situations)('%s', (_, situation, name) => {
    expect(at(situation).name).toBe(name)
  })
})

test('the other way to verify an address is offered, and its code or link is another one', () => {
  const attempt = attemptWith(provedBy(['email_code', 'email_link'], 'email_code'))
  expect(at({ attempt })).toMatchObject({ otherStrategy: 'email_link', code: 'sent' })
  expect(at({ attempt, choice: { screen: 'auto', strategy: 'email_link' } })).toMatchObject({
    otherStrategy: 'email_code',
    code: 'unsent',
  })
  expect(at({}).otherStrategy).toBeNull()
})

describe('the code', () => {
  const situations: [string, SignUpAttempt['verifications']['emailAddress'], string][] = [
    ['none was sent', { status: 'unverified', nextAction: 'needs_prepare' }, 'unsent'],
    ['one is on its way', { status: 'unverified', nextAction: 'needs_attempt' }, 'sent'],
    ['it is too old', { status: 'expired', nextAction: 'needs_attempt' }, 'dead'],
    ['it was guessed at', { status: 'failed', nextAction: 'needs_attempt' }, 'dead'],
  ]
  test.each(situations)('%s', (_, emailAddress, state) => {
    expect(at({ attempt: attemptWith({ verifications: { emailAddress } }) }).code).toBe(state)
  })
})

describe('the fields', () => {
  const attributes: SignUpAttributes = {
    password: { enabled: true, required: true },
    email_address: { enabled: true, required: true },
    last_name: { enabled: true, required: false },
    first_name: { enabled: true, required: false },
    username: { enabled: true, required: true },
  }
  const fields = (situation: Situation, showOptionalFields = false) =>
    signUpFields(at(situation), { attempt: situation.attempt ?? null, attributes, showOptionalFields }).map(
      ({ name, isRequired }) => (isRequired ? name : `${name}?`),
    )

  test('of the first step are the required ones', () => {
    expect(fields({ attempt: null })).toEqual(['username', 'emailAddress', 'password'])
  })
  test('of the first step can be all, in the order of a form', () => {
    expect(fields({ attempt: null }, true)).toEqual([
      'firstName?',
      'lastName?',
      'username',
      'emailAddress',
      'password',
    ])
  })
  test('of a later step are the missing ones', () => {
    const attempt = attemptWith({ unverifiedFields: [], missingFields: ['password', 'first_name'] })
    expect(fields({ attempt }, true)).toEqual(['firstName', 'password'])
  })
  test('end with what somebody agrees to, where that is asked for', () => {
    const ask = (situation: { attempt: SignUpAttempt | null }) =>
      signUpFields(at(situation), { ...situation, attributes, showOptionalFields: false, asksConsent: true })
    expect(ask({ attempt: null }).at(-1)).toEqual({ name: 'legalAccepted', isRequired: true })
    const attempt = attemptWith({ unverifiedFields: [], missingFields: ['legal_accepted'] })
    expect(ask({ attempt })).toEqual([{ name: 'legalAccepted', isRequired: true }])
  })
  test('are not asked beside a code', () => {
    expect(fields({ attempt: attemptWith({ missingFields: ['password'] }) })).toEqual([])
  })
})
