/**
 * Focuses the first element in document order that matches and can take the focus; a heading is made focusable first.
 * Returns that element, or `undefined` when there is none.
 */
export function focusFirst(container: HTMLElement, selector: string): HTMLElement | undefined {
  for (const element of container.querySelectorAll<HTMLElement>(selector)) {
    if (/^H[1-6]$/.test(element.tagName) && !element.hasAttribute('tabindex')) element.tabIndex = -1
    element.focus()
    if (element.matches(':focus')) return element
  }
  return undefined
}
