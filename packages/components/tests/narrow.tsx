import type { Decorator } from '@storybook/react-vite'
import { expect } from 'storybook/test'

/** The width that is left on a screen of 320 px. */
export const narrow: Decorator = (Story) => (
  <div style={{ inlineSize: '18rem' }}>
    <Story />
  </div>
)

/** Nothing is wider than its place, and what a row says keeps most of it. */
export async function expectRoom(element: HTMLElement) {
  const rows = [...element.querySelectorAll('li')]
  await expect(rows.length).toBeGreaterThan(0)
  for (const part of [...rows, ...element.querySelectorAll('button, h1, h2')])
    await expect(part.scrollWidth).toBeLessThanOrEqual(part.clientWidth + 1)
  for (const text of element.querySelectorAll('.cl-profileSectionItemText'))
    await expect(text.clientWidth).toBeGreaterThanOrEqual(96)
}
