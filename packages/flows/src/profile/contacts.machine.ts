import type { FocusTarget } from '../action/flow-props.ts'

/** What a section reads of an address or a phone number. */
export type ContactLike = {
  id: string
  value: string
  verification: { status: string | null; strategy: string | null } | null
}

export type ContactRow = {
  id: string
  value: string
  isPrimary: boolean
  isVerified: boolean
  canVerify: boolean
  canSetPrimary: boolean
  /** False for the last way to sign in; `removeBlocked` says why. */
  canRemove: boolean
  removeBlocked: 'last' | null
}

/** The one panel that is open: `verify` keeps what is being proved visible. */
export type ContactsPanel =
  | { kind: 'closed' }
  | { kind: 'add' }
  | { kind: 'verify'; id: string; value: string; isNew: boolean }
  | { kind: 'remove'; id: string; value: string }

export type ContactsEvent =
  | { type: 'open-add' }
  | { type: 'open-verify'; id: string; value: string; isByLink?: boolean }
  | { type: 'open-remove'; id: string; value: string }
  | { type: 'close' }
  | { type: 'added'; id: string; value: string; isByLink?: boolean }
  | { type: 'verified' | 'made-primary'; id: string }
  | { type: 'removed'; nextId: string | null }

export type ContactsState = {
  panel: ContactsPanel
  focusTarget: FocusTarget | null
  turn: number
}

export const closedContacts: ContactsState = {
  panel: { kind: 'closed' },
  focusTarget: null,
  turn: 0,
}

/** Moves from panel to panel and says where the focus goes. Pure; `turn` grows with every move. */
export function contactsReducer(state: ContactsState, event: ContactsEvent): ContactsState {
  const [panel, focusTarget] = moved(state, event)
  return { panel, focusTarget, turn: state.turn + 1 }
}

/** Primary first, then verified, then unverified, each by the time they were added. */
export function contactRows(
  addresses: readonly ContactLike[],
  { primaryId, hasOtherWay = false }: { primaryId: string | null; hasOtherWay?: boolean },
): ContactRow[] {
  const verifiedCount = addresses.filter(isVerified).length
  return addresses
    .map((address) => {
      const isPrimary = address.id === primaryId
      const removeBlocked =
        isVerified(address) && verifiedCount === 1 && !hasOtherWay ? ('last' as const) : null
      return {
        id: address.id,
        value: address.value,
        isPrimary,
        isVerified: isVerified(address),
        canVerify: !isVerified(address),
        canSetPrimary: isVerified(address) && !isPrimary,
        canRemove: removeBlocked === null,
        removeBlocked,
      }
    })
    .sort((one, other) => rank(one) - rank(other))
}

const isVerified = ({ verification }: ContactLike) => verification?.status === 'verified'

const rank = (row: ContactRow) => (row.isPrimary ? 0 : row.isVerified ? 1 : 2)

function moved({ panel }: ContactsState, event: ContactsEvent): [ContactsPanel, FocusTarget | null] {
  switch (event.type) {
    case 'open-add':
      return [{ kind: 'add' }, { kind: 'field', name: 'value' }]
    case 'open-verify':
      return [{ kind: 'verify', id: event.id, value: event.value, isNew: false }, proofFocus(event)]
    case 'open-remove':
      return [{ kind: 'remove', id: event.id, value: event.value }, { kind: 'heading' }]
    case 'added':
      return [{ kind: 'verify', id: event.id, value: event.value, isNew: true }, proofFocus(event)]
    case 'verified':
    case 'made-primary':
      return [{ kind: 'closed' }, { kind: 'row', id: event.id }]
    case 'removed':
      return [
        { kind: 'closed' },
        event.nextId ? { kind: 'row', id: event.nextId } : { kind: 'opener', panel: 'add' },
      ]
    case 'close':
      return [{ kind: 'closed' }, closed(panel)]
  }
}

const proofFocus = ({ isByLink }: { isByLink?: boolean }): FocusTarget =>
  isByLink ? { kind: 'heading' } : { kind: 'field', name: 'code' }

function closed(panel: ContactsPanel): FocusTarget | null {
  if (panel.kind === 'closed') return null
  // What is new has a row by now, and its opener "add" is far from what the person was doing.
  if (panel.kind === 'verify' && panel.isNew) return { kind: 'row', id: panel.id }
  return { kind: 'opener', panel: panel.kind, ...('id' in panel && { rowId: panel.id }) }
}
