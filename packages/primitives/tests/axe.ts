import axe from 'axe-core'
import { expect } from 'vitest'

/** Fails with the names of the rules and elements that axe finds wrong in `element`. */
export async function expectAxeClean(element: Element) {
  const { violations } = await axe.run(element, { rules: { region: { enabled: false } } })
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`)).toEqual([])
}
