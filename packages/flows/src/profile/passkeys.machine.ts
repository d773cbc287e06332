import type { FocusTarget } from '../action/flow-props.ts'

export type PasskeyRow = {
  id: string
  name: string
  /** A cloud keeps a copy. */
  isBackedUp: boolean
  /** Epoch milliseconds. */
  createdAt: number
  lastUsedAt: number | null
}

export type PasskeysPanel = { kind: 'closed' } | { kind: 'rename' | 'remove'; id: string; name: string }

export type PasskeysEvent =
  | { type: 'open'; panel: PasskeysPanel }
  | { type: 'close' }
  /** The change is made; focus goes to its row, or to what adds one when it is gone. */
  | { type: 'done'; rowId: string | null }

export type PasskeysState = { panel: PasskeysPanel; focusTarget: FocusTarget | null; turn: number }

export const closedPasskeys: PasskeysState = { panel: { kind: 'closed' }, focusTarget: null, turn: 0 }

/** Moves from panel to panel and says where the focus goes. Pure; `turn` grows with every move. */
export function passkeysReducer({ panel, turn: last }: PasskeysState, event: PasskeysEvent): PasskeysState {
  const turn = last + 1
  if (event.type === 'open') {
    const focusTarget: FocusTarget =
      event.panel.kind === 'rename' ? { kind: 'field', name: 'name' } : { kind: 'heading' }
    return { panel: event.panel, focusTarget, turn }
  }
  const rowId = event.type === 'done' ? event.rowId : 'id' in panel ? panel.id : null
  const focusTarget: FocusTarget = rowId ? { kind: 'row', id: rowId } : { kind: 'opener', panel: 'add' }
  return { panel: { kind: 'closed' }, focusTarget, turn }
}
