'use client'
import { type RefObject, useRef } from 'react'
import { useIsomorphicLayoutEffect } from '../use-isomorphic-layout-effect.ts'
import { focusFirst, HEADINGS } from './focus-first.ts'

const CHOSEN = '[data-initial-focus]'
const FIELDS = ['input', 'select', 'textarea']
  .map((tag) => `${tag}:not([type=hidden]):not([tabindex="-1"]):not(:disabled)`)
  .join()

export interface FocusOnChangeOptions {
  /** Whether the first step takes the focus too; no unless told. */
  initial?: boolean
  /** What is tried first: a field, or the heading (for a step that only asks to confirm something). */
  target?: 'field' | 'heading'
}

/**
 * Moves the focus into a container when `step` changes, before the browser paints: to the element that carries
 * `data-initial-focus`, else to the first field, else to the first heading. When none of them is there yet (a step
 * that still loads), the next render tries again.
 * @param step anything that identifies the step on screen, compared by `Object.is`
 * @returns the ref for the container
 */
export function useFocusOnChange<T extends HTMLElement = HTMLElement>(
  step: unknown,
  { initial = false, target = 'field' }: FocusOnChangeOptions = {},
): RefObject<T | null> {
  const container = useRef<T>(null)
  const last = useRef<unknown>(initial ? container : step)
  useIsomorphicLayoutEffect(() => {
    if (Object.is(last.current, step) || !container.current) return
    const order = target === 'field' ? [CHOSEN, FIELDS, HEADINGS] : [CHOSEN, HEADINGS, FIELDS]
    if (order.some((selector) => container.current && focusFirst(container.current, selector))) {
      last.current = step
    }
  })
  return container
}
