/** Every heading, however it is written. */
export const HEADINGS = 'h1, h2, h3, h4, h5, h6, [role=heading]'

/**
 * Focuses the first element in document order that matches and can take the focus; a heading is made focusable first.
 * Returns that element, or `undefined` when there is none.
 */
export function focusFirst(container: HTMLElement, selector: string): HTMLElement | undefined {
  for (const element of container.querySelectorAll<HTMLElement>(selector)) {
    if (element.matches(HEADINGS) && !element.hasAttribute('tabindex')) element.tabIndex = -1
    element.focus()
    if (element.matches(':focus')) return element
  }
  return undefined
}
