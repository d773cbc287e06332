import type { FocusTarget } from '../action/flow-props.ts'

/** What the section reads of an email address. */
export type EmailAddressLike = {
  id: string
  emailAddress: string
  verification: { status: string | null; strategy: string | null } | null
}

export type EmailAddressRow = {
  id: string
  emailAddress: string
  isPrimary: boolean
  isVerified: boolean
  canVerify: boolean
  canSetPrimary: boolean
  /** False for the last address of an account; `removeBlocked` says why. */
  canRemove: boolean
  removeBlocked: 'last' | null
}

/** The one panel that is open: `verify` keeps the address that is being proved visible. */
export type EmailAddressesPanel =
  | { kind: 'closed' }
  | { kind: 'add' }
  | { kind: 'verify'; id: string; emailAddress: string; isNew: boolean }
  | { kind: 'remove'; id: string; emailAddress: string }

export type EmailAddressesEvent =
  | { type: 'open-add' }
  | { type: 'open-verify'; id: string; emailAddress: string }
  | { type: 'open-remove'; id: string; emailAddress: string }
  | { type: 'close' }
  | { type: 'added'; id: string; emailAddress: string }
  | { type: 'verified' | 'made-primary'; id: string }
  | { type: 'removed'; nextId: string | null }

export type EmailAddressesState = {
  panel: EmailAddressesPanel
  focusTarget: FocusTarget | null
  turn: number
}

export const closedEmailAddresses: EmailAddressesState = {
  panel: { kind: 'closed' },
  focusTarget: null,
  turn: 0,
}

/** Moves from panel to panel and says where the focus goes. Pure; `turn` grows with every move. */
export function emailAddressesReducer(
  state: EmailAddressesState,
  event: EmailAddressesEvent,
): EmailAddressesState {
  const [panel, focusTarget] = moved(state, event)
  return { panel, focusTarget, turn: state.turn + 1 }
}

/** Primary first, then verified, then unverified, each by the time they were added. */
export function emailAddressRows(
  addresses: readonly EmailAddressLike[],
  { primaryId }: { primaryId: string | null },
): EmailAddressRow[] {
  const verifiedCount = addresses.filter(isVerified).length
  return addresses
    .map((address) => {
      const isPrimary = address.id === primaryId
      const removeBlocked = isVerified(address) && verifiedCount === 1 ? ('last' as const) : null
      return {
        id: address.id,
        emailAddress: address.emailAddress,
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

const isVerified = ({ verification }: EmailAddressLike) => verification?.status === 'verified'

const rank = (row: EmailAddressRow) => (row.isPrimary ? 0 : row.isVerified ? 1 : 2)

function moved(
  { panel }: EmailAddressesState,
  event: EmailAddressesEvent,
): [EmailAddressesPanel, FocusTarget | null] {
  switch (event.type) {
    case 'open-add':
      return [{ kind: 'add' }, { kind: 'field', name: 'emailAddress' }]
    case 'open-verify':
      return [
        { kind: 'verify', id: event.id, emailAddress: event.emailAddress, isNew: false },
        { kind: 'field', name: 'code' },
      ]
    case 'open-remove':
      return [{ kind: 'remove', id: event.id, emailAddress: event.emailAddress }, { kind: 'heading' }]
    case 'added':
      return [
        { kind: 'verify', id: event.id, emailAddress: event.emailAddress, isNew: true },
        { kind: 'field', name: 'code' },
      ]
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

function closed(panel: EmailAddressesPanel): FocusTarget | null {
  if (panel.kind === 'closed') return null
  // A new address has a row by now, and its opener "add" is far from what the person was doing.
  if (panel.kind === 'verify' && panel.isNew) return { kind: 'row', id: panel.id }
  return { kind: 'opener', panel: panel.kind, ...('id' in panel && { rowId: panel.id }) }
}
