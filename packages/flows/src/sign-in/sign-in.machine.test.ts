import { describe, expect, test } from 'vitest'
import {
  factorId,
  type SignInAttempt,
  type SignInChoice,
  type SignInFactor,
  type SignInSituation,
  signInStep,
} from './sign-in.machine.ts'

const password: SignInFactor = { strategy: 'password' }
const code: SignInFactor = {
  strategy: 'email_code',
  safeIdentifier: 'ada@example.com',
  emailAddressId: 'idn_1',
  primary: true,
}
const link: SignInFactor = { ...code, strategy: 'email_link' }
const workCode: SignInFactor = {
  strategy: 'email_code',
  safeIdentifier: 'a***@work.example',
  emailAddressId: 'idn_2',
}
const reset: SignInFactor = { ...code, strategy: 'reset_password_email_code' }
const passkey: SignInFactor = { strategy: 'passkey' }
const unknown: SignInFactor = { strategy: 'enterprise_sso' }
const all = [password, workCode, code, reset]

const attemptWith = (changes: Partial<SignInAttempt> = {}): SignInAttempt => ({
  id: 'sia_1',
  status: 'needs_first_factor',
  identifier: 'ada@example.com',
  supportedFirstFactors: all,
  supportedSecondFactors: null,
  firstFactorVerification: null,
  secondFactorVerification: null,
  userData: { firstName: 'Ada', lastName: 'Lovelace', imageUrl: 'a.png', hasImage: true },
  ...changes,
})

const waiting = (strategy: string, status = 'unverified'): Partial<SignInAttempt> => ({
  firstFactorVerification: { strategy, status },
})

const at = (changes: Partial<SignInSituation> = {}) =>
  signInStep({
    attempt: attemptWith(),
    choice: { screen: 'auto' },
    preferred: 'password',
    lastUsed: null,
    ...changes,
  })

describe('which step a sign-in is at', () => {
  const situations: [string, Partial<SignInSituation>, string][] = [
    ['nobody began one', { attempt: null }, 'start'],
    ['an empty one has no id', { attempt: attemptWith({ id: undefined }) }, 'start'],
    ['it still wants an identifier', { attempt: attemptWith({ status: 'needs_identifier' }) }, 'start'],
    ['it was left for a day', { attempt: attemptWith({ status: 'abandoned' }) }, 'start'],
    ['somebody changes the identifier', { choice: { screen: 'start' } }, 'start'],
    ['the instance prefers passwords', {}, 'password'],
    ['the instance prefers codes', { preferred: 'otp' }, 'code'],
    [
      'the account has links and no password',
      { attempt: attemptWith({ supportedFirstFactors: [code, link] }) },
      'email-link',
    ],
    [
      'a reload finds a link on its way',
      { attempt: attemptWith({ supportedFirstFactors: [password, link], ...waiting('email_link') }) },
      'email-link',
    ],
    [
      'the account has no password',
      { attempt: attemptWith({ supportedFirstFactors: [code, reset] }) },
      'code',
    ],
    ['a reload finds a code on its way', { attempt: attemptWith(waiting('email_code')) }, 'code'],
    [
      'a reload finds a reset code on its way',
      { attempt: attemptWith(waiting('reset_password_email_code')) },
      'reset-code',
    ],
    [
      'a reload finds a wrong password',
      { preferred: 'otp', attempt: attemptWith(waiting('password')) },
      'password',
    ],
    ['the reset code was right', { attempt: attemptWith({ status: 'needs_new_password' }) }, 'new-password'],
    ['somebody asks for other ways', { choice: { screen: 'methods', factor: password } }, 'methods'],
    ['somebody forgot the password', { choice: { screen: 'forgot', factor: password } }, 'forgot'],
    ['somebody takes the other way', { choice: { screen: 'factor', factor: workCode } }, 'code'],
    ['it wants a second step', { attempt: attemptWith({ status: 'needs_second_factor' }) }, 'unavailable'],
    [
      'this version knows none of the ways',
      { attempt: attemptWith({ supportedFirstFactors: [unknown] }) },
      'unavailable',
    ],
    ['the server lists no way', { attempt: attemptWith({ supportedFirstFactors: null }) }, 'unavailable'],
    ['it is done', { attempt: attemptWith({ status: 'complete' }) }, 'complete'],
    ['it is done and gone from the client', { attempt: null, choice: { screen: 'complete' } }, 'complete'],
    [
      'somebody starts again where another person ended',
      { attempt: attemptWith({ status: 'complete' }), choice: { screen: 'start' } },
      'start',
    ],
  ]
  test.each(situations)('%s', (_, changes, name) => {
    expect(at(changes).name).toBe(name)
  })
})

describe('the way back', () => {
  const situations: [string, Partial<SignInSituation>, SignInChoice | null][] = [
    ['the start has none', { attempt: null }, null],
    ['a password leads to the identifier', {}, { screen: 'start' }],
    ['a code leads to the identifier', { preferred: 'otp' }, { screen: 'start' }],
    [
      'the list leads to where one came from',
      { choice: { screen: 'methods', factor: code } },
      { screen: 'factor', factor: code },
    ],
    [
      'the forgotten password leads to the password',
      { choice: { screen: 'forgot', factor: password } },
      { screen: 'factor', factor: password },
    ],
    [
      'the reset code leads to the forgotten password',
      { choice: { screen: 'factor', factor: reset } },
      { screen: 'forgot', factor: password },
    ],
    [
      'a new password leads to the identifier',
      { attempt: attemptWith({ status: 'needs_new_password' }) },
      { screen: 'start' },
    ],
    [
      'an unknown way leads to the identifier',
      { attempt: attemptWith({ supportedFirstFactors: [] }) },
      { screen: 'start' },
    ],
  ]
  test.each(situations)('%s', (_, changes, back) => {
    expect(at(changes).back).toEqual(back)
  })
})

test('no step but the first and the last is a dead end', () => {
  const statuses = [
    'needs_first_factor',
    'needs_second_factor',
    'needs_client_trust',
    'needs_new_password',
    'new one',
  ]
  const lists = [null, [], [password], [code], [passkey], [unknown], all]
  const choices: SignInChoice[] = [
    { screen: 'auto' },
    ...all.flatMap((factor): SignInChoice[] => [
      { screen: 'factor', factor },
      { screen: 'methods', factor },
      { screen: 'forgot', factor },
    ]),
  ]
  for (const status of statuses) {
    for (const supportedFirstFactors of lists) {
      for (const choice of choices) {
        const attempt = attemptWith({ status, supportedFirstFactors })
        expect(at({ attempt, choice }).back).not.toBeNull()
      }
    }
  }
})

describe('the ways that are offered', () => {
  const ids = (changes: Partial<SignInSituation>) => at(changes).methods.map(({ id }) => id)

  test('leave out the one on screen, and what resets a password', () => {
    expect(ids({})).toEqual([factorId(code), factorId(workCode)])
  })
  test('begin with the address that was typed', () => {
    const attempt = attemptWith({ identifier: 'ada@work.example' })
    expect(ids({ attempt })).toEqual([factorId(workCode), factorId(code)])
  })
  test('begin with the one that was used last, and only that one says so', () => {
    const choice: SignInChoice = { screen: 'methods', factor: reset }
    const { methods } = at({ choice, lastUsed: 'email_code' })
    expect(methods.map(({ strategy, isLastUsed }) => [strategy, isLastUsed])).toEqual([
      ['email_code', true],
      ['email_code', false],
      ['password', false],
    ])
  })
  test('leave out what this version cannot draw', () => {
    expect(ids({ attempt: attemptWith({ supportedFirstFactors: [unknown, password, code] }) })).toEqual([
      factorId(code),
    ])
  })
})

describe('the forgotten password', () => {
  test('can be reset where a password is asked for', () => {
    expect(at().resetFactor).toEqual(reset)
    expect(at({ choice: { screen: 'forgot', factor: password } }).resetFactor).toEqual(reset)
  })
  test('is not offered beside a code', () => {
    expect(at({ preferred: 'otp' }).resetFactor).toBeNull()
  })
  test('is not offered to an account that cannot', () => {
    expect(at({ attempt: attemptWith({ supportedFirstFactors: [password] }) }).resetFactor).toBeNull()
  })
})

describe('the identity', () => {
  test('is not shown on the first step', () => {
    expect(at({ choice: { screen: 'start' } }).identity).toBeNull()
  })
  test('names the person, what was typed and where the code went', () => {
    expect(at({ choice: { screen: 'factor', factor: workCode } }).identity).toEqual({
      identifier: 'ada@example.com',
      safeIdentifier: 'a***@work.example',
      name: 'Ada Lovelace',
      imageUrl: 'a.png',
    })
  })
  test('does without a name and a picture', () => {
    expect(at({ attempt: attemptWith({ userData: null }) }).identity).toMatchObject({
      name: '',
      imageUrl: null,
    })
  })
})

describe('the code', () => {
  const chosen: SignInChoice = { screen: 'factor', factor: code }
  const situations: [string, Partial<SignInSituation>, string][] = [
    ['a password needs none', {}, 'none'],
    ['none was sent', { choice: chosen }, 'unsent'],
    ['one is on its way', { choice: chosen, attempt: attemptWith(waiting('email_code')) }, 'sent'],
    ['it is too old', { choice: chosen, attempt: attemptWith(waiting('email_code', 'expired')) }, 'dead'],
    ['it was guessed at', { choice: chosen, attempt: attemptWith(waiting('email_code', 'failed')) }, 'dead'],
    [
      'it was for the reset',
      { choice: chosen, attempt: attemptWith(waiting('reset_password_email_code')) },
      'unsent',
    ],
    [
      'it went to the other address',
      { choice: chosen, attempt: attemptWith(waiting('email_code')), sentFor: factorId(workCode) },
      'unsent',
    ],
    [
      'it went to this address',
      { choice: chosen, attempt: attemptWith(waiting('email_code')), sentFor: factorId(code) },
      'sent',
    ],
  ]
  test.each(situations)('%s', (_, changes, state) => {
    expect(at(changes).code).toBe(state)
  })
})

describe('the second step', () => {
  const totp: SignInFactor = { strategy: 'totp' }
  const phone: SignInFactor = { strategy: 'phone_code', safeIdentifier: '+30 *** 23', phoneNumberId: 'idn_3' }
  const backup: SignInFactor = { strategy: 'backup_code' }
  const second = (changes: Partial<SignInAttempt> = {}) =>
    attemptWith({
      status: 'needs_second_factor',
      firstFactorVerification: { status: 'verified', strategy: 'password' },
      supportedSecondFactors: [totp, phone, backup],
      ...changes,
    })

  test('begins with what the server lists first, and offers the others in its order', () => {
    const step = at({ attempt: second(), preferred: 'otp', lastUsed: 'phone_code' })
    expect(step).toMatchObject({ name: 'totp', factor: totp, code: 'none', resetFactor: null })
    expect(step.methods.map(({ strategy }) => strategy)).toEqual(['phone_code', 'backup_code'])
    const byPhone = at({ attempt: second({ supportedSecondFactors: [phone, totp, backup] }) })
    expect(byPhone).toMatchObject({ name: 'code', factor: phone, code: 'unsent' })
  })

  test('goes on with a code that is under way', () => {
    const secondFactorVerification = { status: 'unverified', strategy: 'phone_code' }
    expect(at({ attempt: second({ secondFactorVerification }) })).toMatchObject({
      name: 'code',
      code: 'sent',
    })
  })

  test('takes a backup code when it is chosen', () => {
    const step = at({ attempt: second(), choice: { screen: 'factor', factor: backup } })
    expect(step).toMatchObject({ name: 'backup-code', back: { screen: 'start' } })
  })

  test('has no way on when the server lists none that this kit knows', () => {
    expect(at({ attempt: second({ supportedSecondFactors: [unknown] }) }).name).toBe('unavailable')
  })
})
