import { expect, test } from 'vitest'
import { closedSecondFactors, secondFactorRows, secondFactorsReducer } from './second-factors.machine.ts'

const number = { id: 'idn_1', value: '+306945550123', isReserved: true, isDefault: true }
const other = { id: 'idn_2', value: '+306945550124', isReserved: true, isDefault: false }
const backup = { left: 8, createdAt: 1 }

test('without another factor there are no rows, whatever is left of backup codes', () => {
  const numbers = [{ ...number, isReserved: false }]
  expect(secondFactorRows({ hasTotp: false, numbers, backup })).toEqual([])
})

test('the default number may change only where no app is asked first', () => {
  const phones = (hasTotp: boolean) =>
    secondFactorRows({ hasTotp, numbers: [number, other], backup: null }).filter(
      ({ kind }) => kind === 'phone',
    )
  expect(phones(false)).toMatchObject([
    { isDefault: true, canSetDefault: false },
    { isDefault: false, canSetDefault: true },
  ])
  expect(phones(true)).toMatchObject([
    { isDefault: false, canSetDefault: false },
    { isDefault: false, canSetDefault: false },
  ])
})

test('backup codes stand last', () => {
  const rows = secondFactorRows({ hasTotp: true, numbers: [number], backup })
  expect(rows.map(({ kind }) => kind)).toEqual(['totp', 'phone', 'backup'])
})

test('focus goes into a panel that asks for a code, to the heading of others, and back', () => {
  const open = secondFactorsReducer(closedSecondFactors, {
    type: 'open',
    panel: { kind: 'totp', secret: 'AAAA', uri: 'otpauth://totp/a' },
  })
  expect(open).toMatchObject({ turn: 1, focusTarget: { kind: 'field', name: 'code' } })
  expect(secondFactorsReducer(open, { type: 'close' })).toMatchObject({
    panel: { kind: 'closed' },
    focusTarget: { kind: 'opener', panel: 'add' },
  })
  const removing = secondFactorsReducer(open, {
    type: 'open',
    panel: { kind: 'remove', id: 'totp', value: null },
  })
  expect(removing.focusTarget).toEqual({ kind: 'heading' })
  expect(secondFactorsReducer(removing, { type: 'close' }).focusTarget).toEqual({ kind: 'row', id: 'totp' })
  expect(secondFactorsReducer(removing, { type: 'done', rowId: null }).focusTarget).toEqual({
    kind: 'opener',
    panel: 'add',
  })
})
