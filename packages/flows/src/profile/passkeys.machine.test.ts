import { expect, test } from 'vitest'
import { closedPasskeys, passkeysReducer } from './passkeys.machine.ts'

const blue = { id: 'pk_1', name: 'Blue key' }

test('the focus goes into the panel that opens, and back to the row when it closes', () => {
  const renaming = passkeysReducer(closedPasskeys, { type: 'open', panel: { kind: 'rename', ...blue } })
  expect(renaming).toMatchObject({ focusTarget: { kind: 'field', name: 'name' }, turn: 1 })
  expect(passkeysReducer(renaming, { type: 'close' })).toEqual({
    panel: { kind: 'closed' },
    focusTarget: { kind: 'row', id: 'pk_1' },
    turn: 2,
  })
  const removing = passkeysReducer(closedPasskeys, { type: 'open', panel: { kind: 'remove', ...blue } })
  expect(removing.focusTarget).toEqual({ kind: 'heading' })
})

test('of a passkey that went the focus goes to what adds one, of a new one to its row', () => {
  const removing = passkeysReducer(closedPasskeys, { type: 'open', panel: { kind: 'remove', ...blue } })
  expect(passkeysReducer(removing, { type: 'done', rowId: null }).focusTarget).toEqual({
    kind: 'opener',
    panel: 'add',
  })
  expect(passkeysReducer(closedPasskeys, { type: 'done', rowId: 'pk_1' }).focusTarget).toEqual({
    kind: 'row',
    id: 'pk_1',
  })
})
