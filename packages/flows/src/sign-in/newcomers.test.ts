import { expect, test } from 'vitest'
import { newcomerOf } from './newcomers.ts'

const on = { enabled: true, required: false, verify_at_sign_up: true }
const all = { email_address: on, phone_number: on, username: on }

test.each([
  ['ada@example.com', { emailAddress: 'ada@example.com' }],
  ['  ada@example.com ', { emailAddress: 'ada@example.com' }],
  ['+30 694 555-0123', { phoneNumber: '+30 694 555-0123' }],
  ['(694) 555.0123', { phoneNumber: '(694) 555.0123' }],
  ['ada_lovelace', { username: 'ada_lovelace' }],
  ['', { username: '' }],
])('%j goes to the field that takes it', (typed, field) => {
  expect(newcomerOf(typed, all)).toEqual(field)
})

test('what the instance does not ask for goes to the field that says what is wrong with it', () => {
  expect(newcomerOf('+306945550123', { email_address: on })).toEqual({ emailAddress: '+306945550123' })
  expect(newcomerOf('ada', { email_address: on })).toEqual({ emailAddress: 'ada' })
  expect(newcomerOf('12345', { email_address: on, username: on })).toEqual({ username: '12345' })
})
