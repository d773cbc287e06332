import { expect, it } from 'vitest'
import { root } from '../bootstrap.mjs'
import { findPackingFaults, listPublishable } from './packages.ts'

const complete = ['LICENSE', 'README.md', 'package.json', 'dist/index.js', 'dist/index.d.ts']

it('somebody who installs a package gets its code, its readme and its licence', () => {
  expect(findPackingFaults(complete)).toEqual([])
  expect(findPackingFaults(['package.json', 'dist/index.js'])).toEqual([
    'README.md is missing',
    'LICENSE is missing',
  ])
  expect(findPackingFaults(complete.slice(0, 3))).toEqual(['nothing of dist is in it'])
})

it('somebody who installs a package gets no tests and no sources', () => {
  const files = [...complete, 'dist/index.test.js', 'src/index.ts']
  expect(findPackingFaults(files)).toEqual(['dist/index.test.js must not ship', 'src/index.ts must not ship'])
})

it('the packages that an app installs are published, the tools are not', () => {
  const names = listPublishable(root).map(({ name }) => name)
  expect(names).toContain('@usher/react')
  expect(names).not.toContain('@usher/tooling')
})
