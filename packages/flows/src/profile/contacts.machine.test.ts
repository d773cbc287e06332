import { describe, expect, test } from 'vitest'
import {
  type ContactLike,
  type ContactsEvent,
  closedContacts,
  contactRows,
  contactsReducer,
} from './contacts.machine.ts'

const address = (id: string, status: string): ContactLike => ({
  id,
  value: `${id}@example.com`,
  verification: { status, strategy: 'email_code' },
})

describe('the rows', () => {
  test('show the primary address first, then verified, then unverified ones', () => {
    const addresses = [
      address('new', 'unverified'),
      address('work', 'verified'),
      address('home', 'verified'),
      address('old', 'expired'),
    ]
    const rows = contactRows(addresses, { primaryId: 'home' })
    expect(rows.map(({ id }) => id)).toEqual(['home', 'work', 'new', 'old'])
    expect(rows.map(({ canVerify }) => canVerify)).toEqual([false, false, true, true])
    expect(rows.map(({ canSetPrimary }) => canSetPrimary)).toEqual([false, true, false, false])
  })
  test('keep the last verified address', () => {
    const rows = contactRows([address('home', 'verified'), address('new', 'unverified')], {
      primaryId: 'home',
    })
    expect(rows.map(({ removeBlocked }) => removeBlocked)).toEqual(['last', null])
  })
  test('let the last one go when there is another way in', () => {
    const rows = contactRows([address('home', 'verified')], { primaryId: 'home', hasOtherWay: true })
    expect(rows.map(({ canRemove }) => canRemove)).toEqual([true])
  })
  test('treat an address without a proof as unverified', () => {
    const [row] = contactRows([{ id: 'a', value: 'a@example.com', verification: null }], {
      primaryId: null,
    })
    expect(row).toMatchObject({ isVerified: false, canVerify: true, canRemove: true })
  })
})

describe('the panel and the focus', () => {
  const ada = { id: 'idn_1', value: 'ada@example.com' }
  const stories: [string, ContactsEvent[], string, unknown][] = [
    ['adding begins in the address', [{ type: 'open-add' }], 'add', { kind: 'field', name: 'value' }],
    [
      'an added address asks for its code in the same panel',
      [{ type: 'open-add' }, { type: 'added', ...ada }],
      'verify',
      { kind: 'field', name: 'code' },
    ],
    [
      'a verified address gets the focus',
      [{ type: 'open-add' }, { type: 'added', ...ada }, { type: 'verified', id: ada.id }],
      'closed',
      { kind: 'row', id: ada.id },
    ],
    [
      'leaving a new address unverified goes to its row',
      [{ type: 'open-add' }, { type: 'added', ...ada }, { type: 'close' }],
      'closed',
      { kind: 'row', id: ada.id },
    ],
    [
      'cancelling goes back to the button',
      [{ type: 'open-add' }, { type: 'close' }],
      'closed',
      { kind: 'opener', panel: 'add' },
    ],
    [
      'cancelling a verification goes back to the row that opened it',
      [{ type: 'open-verify', ...ada }, { type: 'close' }],
      'closed',
      { kind: 'opener', panel: 'verify', rowId: ada.id },
    ],
    [
      'cancelling a removal goes back to the row that opened it',
      [{ type: 'open-remove', ...ada }, { type: 'close' }],
      'closed',
      { kind: 'opener', panel: 'remove', rowId: ada.id },
    ],
    ['removing begins at the heading', [{ type: 'open-remove', ...ada }], 'remove', { kind: 'heading' }],
    [
      'after removing the next row has the focus',
      [
        { type: 'open-remove', ...ada },
        { type: 'removed', nextId: 'idn_2' },
      ],
      'closed',
      { kind: 'row', id: 'idn_2' },
    ],
    [
      'after removing the only row the button has it',
      [
        { type: 'open-remove', ...ada },
        { type: 'removed', nextId: null },
      ],
      'closed',
      { kind: 'opener', panel: 'add' },
    ],
    [
      'a new primary address keeps the focus',
      [{ type: 'made-primary', id: ada.id }],
      'closed',
      { kind: 'row', id: ada.id },
    ],
    [
      'another panel takes the place of the open one',
      [{ type: 'open-add' }, { type: 'open-verify', ...ada }],
      'verify',
      { kind: 'field', name: 'code' },
    ],
  ]
  test.each(stories)('%s', (_, events, panel, focusTarget) => {
    const state = events.reduce(contactsReducer, closedContacts)
    expect(state.panel.kind).toBe(panel)
    expect(state.focusTarget).toEqual(focusTarget)
    expect(state.turn).toBe(events.length)
  })
})
