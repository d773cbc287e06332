import type { FocusTarget } from '../action/flow-props.ts'

export type SecondFactorRow =
  | { kind: 'totp'; id: 'totp'; isDefault: boolean }
  | { kind: 'phone'; id: string; value: string; isDefault: boolean; canSetDefault: boolean }
  | { kind: 'backup'; id: 'backup'; left: number; createdAt: number | null }

/** What may still be set up. */
export type AddableFactor = 'totp' | 'phone'

export type SecondFactorsPanel =
  | { kind: 'closed' | 'choose' | 'phone' | 'renew' }
  | { kind: 'totp'; secret: string; uri: string }
  | { kind: 'verify'; id: string; value: string }
  /** New backup codes, shown this once. */
  | { kind: 'codes'; codes: string[] }
  | { kind: 'remove'; id: string; value: string | null }

export type SecondFactorsEvent =
  | { type: 'open'; panel: SecondFactorsPanel }
  | { type: 'close' }
  /** The change is made; focus goes to its row, or to what adds one when it is gone. */
  | { type: 'done'; rowId: string | null }

export type SecondFactorsState = {
  panel: SecondFactorsPanel
  focusTarget: FocusTarget | null
  turn: number
}

export const closedSecondFactors: SecondFactorsState = {
  panel: { kind: 'closed' },
  focusTarget: null,
  turn: 0,
}

/** Moves from panel to panel and says where the focus goes. Pure; `turn` grows with every move. */
export function secondFactorsReducer(
  state: SecondFactorsState,
  event: SecondFactorsEvent,
): SecondFactorsState {
  const turn = state.turn + 1
  if (event.type === 'open') return { panel: event.panel, focusTarget: focusOf(event.panel), turn }
  const rowId = event.type === 'done' ? event.rowId : openerRow(state.panel)
  const focusTarget: FocusTarget = rowId ? { kind: 'row', id: rowId } : { kind: 'opener', panel: 'add' }
  return { panel: { kind: 'closed' }, focusTarget, turn }
}

const focusOf = ({ kind }: SecondFactorsPanel): FocusTarget =>
  kind === 'totp' || kind === 'verify' ? { kind: 'field', name: 'code' } : { kind: 'heading' }

function openerRow(panel: SecondFactorsPanel): string | null {
  if (panel.kind === 'remove') return panel.id
  return panel.kind === 'renew' || panel.kind === 'codes' ? 'backup' : null
}

export type SecondFactorFacts = {
  hasTotp: boolean
  numbers: readonly { id: string; value: string; isReserved: boolean; isDefault: boolean }[]
  backup: { left: number; createdAt: number | null } | null
}

/** The second factors of a person: the app, the numbers, and the codes that stand in for them. */
export function secondFactorRows({ hasTotp, numbers, backup }: SecondFactorFacts): SecondFactorRow[] {
  const reserved = numbers.filter(({ isReserved }) => isReserved)
  const phones = reserved.map(({ id, value, isDefault }): SecondFactorRow => {
    // The app is asked first, and a number only where there is no app.
    const isFirst = !hasTotp && isDefault
    return { kind: 'phone', id, value, isDefault: isFirst, canSetDefault: !hasTotp && !isDefault }
  })
  const rows: SecondFactorRow[] = [
    ...(hasTotp ? [{ kind: 'totp' as const, id: 'totp' as const, isDefault: true }] : []),
    ...phones,
  ]
  return backup && rows.length > 0 ? [...rows, { kind: 'backup', id: 'backup', ...backup }] : rows
}
