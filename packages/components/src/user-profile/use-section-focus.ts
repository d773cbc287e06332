import type { FlowProps, FocusTarget } from '@usher/flows'
import { useFocusOnChange } from '@usher/primitives'
import { type RefObject, useEffect } from 'react'

/**
 * Puts the focus where a flow wants it after a panel opened or closed: a field, the heading, the control that opened
 * the panel (`data-opener`), or a row (`data-row`).
 */
export function useSectionFocus<Element extends HTMLElement = HTMLDivElement>({
  focusKey,
  focusTarget,
}: Pick<FlowProps<never>, 'focusKey' | 'focusTarget'>): RefObject<Element | null> {
  const isInside = focusTarget?.kind === 'field'
  const container = useFocusOnChange<Element>(isInside ? focusKey : '')
  // biome-ignore lint/correctness/useExhaustiveDependencies: the focus moves with the key, and at no other time
  useEffect(() => {
    if (!focusTarget || isInside) return
    const selectors = selectorsOf(focusTarget)
    const found = selectors
      .map((selector) => container.current?.querySelector<HTMLElement>(selector))
      .find(Boolean)
    if (found?.matches('[role=heading]')) found.tabIndex = -1
    found?.focus()
  }, [focusKey])
  return container
}

// The control that opened a panel may be an entry of the row's menu: then the menu's own button takes the focus.
function selectorsOf(target: FocusTarget): string[] {
  if (target.kind === 'heading') return ['[data-panel-title]', '[role=heading]']
  if (target.kind === 'row') return [`[data-row="${CSS.escape(target.id)}"] button`]
  if (target.kind !== 'opener') return []
  const opener = `[data-opener="${target.panel}"]`
  if (target.rowId === undefined) return [opener]
  const row = `[data-row="${CSS.escape(target.rowId)}"]`
  return [`${row} ${opener}`, `${row} button`]
}
