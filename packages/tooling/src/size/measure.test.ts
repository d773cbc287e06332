import { join } from 'node:path'
import { expect, it } from 'vitest'
import { root } from '../bootstrap.mjs'
import { compare } from './budgets.ts'
import { measureEntry } from './measure.ts'

const folder = join(root, 'packages/tooling/fixtures/size')

it('a page pays for what it imports, but not for React and not for what it opens later', async () => {
  const { js } = await measureEntry(folder, `export { Page, openDialog } from './eager.ts'`)
  const names = js.modules.map(({ id }) => id.split('/').at(-1))
  expect(names).toContain('eager.ts')
  expect(names).not.toContain('lazy.ts')
  expect(names.filter((name) => name?.startsWith('react'))).toEqual([])
  expect(js.bytes).toBeGreaterThan(50)
  expect(js.bytes).toBeLessThan(2_000)
})

it('a page that never opens the dialog weighs less than one that imports it at once', async () => {
  const lazy = await measureEntry(folder, `export { heavyText } from './eager.ts'`)
  const eager = await measureEntry(
    folder,
    `export { heavyText } from './eager.ts'; export { lazyText } from './lazy.ts'`,
  )
  expect(eager.js.bytes).toBeGreaterThan(lazy.js.bytes)
})

it('what is opened later is weighed without what the page has already', async () => {
  const { parts, opened, lazy } = await measureEntry(folder, `export { Page, openDialog } from './eager.ts'`)
  expect(parts).toEqual(['lazy.ts'])
  const dialog = opened(parts)
  expect(dialog.modules.map(({ id }) => id.split('/').at(-1))).toEqual(['lazy.ts'])
  expect(dialog.bytes).toBe(lazy.bytes)
  expect(opened([]).bytes).toBe(0)
})

it('a style sheet is weighed after it was made small', async () => {
  const { css } = await measureEntry(folder, `import './page.css'`)
  expect(css.bytes).toBeGreaterThan(20)
  expect(css.bytes).toBeLessThan(60)
})

it('a bundle over its budget, or an empty one, fails', () => {
  expect(compare('entry', 101, 100).isKept).toBe(false)
  expect(compare('entry', 0, 100).isKept).toBe(false)
  expect(compare('entry', 100, 100).isKept).toBe(true)
})
