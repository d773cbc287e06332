import { describe, expect, test } from 'vitest'
import { findPasswordError, hasErrorCode, toFailure } from './failure.ts'

const item = (code: string, paramName?: string) => ({
  code,
  message: 'is wrong',
  longMessage: 'That is wrong.',
  meta: paramName ? { paramName } : {},
})
const moment = { action: 'submit' as const, now: 1_000_000, isOnline: true }
const fields = ['identifier', 'password'] as const

describe('what an action threw', () => {
  test('goes to the fields that the server blames', () => {
    const error = {
      status: 422,
      errors: [item('form_param_nil', 'identifier'), item('form_password_incorrect', 'password')],
    }
    const failure = toFailure(error, fields, moment)
    expect(failure.fields.identifier?.code).toBe('form_param_nil')
    expect(failure.fields.password?.code).toBe('form_password_incorrect')
    expect(failure.global).toBeNull()
  })
  test('keeps the first of two errors of one field', () => {
    const error = { status: 422, errors: [item('first', 'password'), item('second', 'password')] }
    expect(toFailure(error, fields, moment).fields.password?.code).toBe('first')
  })
  test('concerns the whole form when the blamed field is not on screen', () => {
    const failure = toFailure({ status: 422, errors: [item('form_code_incorrect', 'code')] }, fields, moment)
    expect(failure.fields).toEqual({})
    expect(failure.global).toMatchObject({ kind: 'verdict', code: 'form_code_incorrect' })
  })
  test('says when to try again after too many tries, whatever field the server blames', () => {
    const error = { status: 429, retryAfter: 30, errors: [item('too_many_requests', 'identifier')] }
    expect(toFailure(error, fields, moment)).toMatchObject({
      fields: {},
      global: { kind: 'rate-limited', retryAfterUntil: 1_030_000 },
    })
  })
  test('is no verdict when the server fails', () => {
    const error = { status: 503, clerkTraceId: 'abc', errors: [item('internal_clerk_error')] }
    expect(toFailure(error, fields, moment).global).toMatchObject({
      kind: 'unreachable',
      code: 'internal_clerk_error',
      traceId: 'abc',
    })
  })
  test('finds the field behind the name of the wire', () => {
    const error = { status: 422, errors: [item('form_identifier_exists', 'email_address')] }
    expect(toFailure(error, ['emailAddress'], moment).fields.emailAddress?.code).toBe(
      'form_identifier_exists',
    )
  })
  test.each([
    ['a failing fetch', new TypeError('Failed to fetch')],
    ['a network error of the client', { errors: [item('network_error')] }],
    ['nothing at all', undefined],
  ])('is no verdict after %s', (_, error) => {
    expect(toFailure(error, fields, moment).global?.kind).toBe('unreachable')
    expect(toFailure(error, fields, { ...moment, isOnline: false }).global?.kind).toBe('offline')
  })
})

test('a code is found among several', () => {
  const error = { status: 400, errors: [item('other'), item('session_exists')] }
  expect(hasErrorCode(error, 'session_exists')).toBe(true)
  expect(hasErrorCode(error, 'missing')).toBe(false)
  expect(hasErrorCode(new Error('no answer'), 'other')).toBe(false)
})

test('a wrong current password is no verdict on a new one', () => {
  expect(findPasswordError({ status: 422, errors: [item('form_password_incorrect')] })).toBeUndefined()
  expect(findPasswordError({ status: 422, errors: [item('form_password_pwned')] })?.code).toBe(
    'form_password_pwned',
  )
})
