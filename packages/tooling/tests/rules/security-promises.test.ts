import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { root } from '../../src/bootstrap.mjs'

const promises = readFileSync(join(root, 'SECURITY.md'), 'utf8').split('## Defaults')[0] ?? ''
const numbers = [...new Set(promises.match(/S\d+(?=[,)])/g))]
const tests = globSync('{packages,apps}/*/{src,tests}/**/*.test.{ts,tsx}', {
  cwd: root,
  exclude: (name) => name === 'node_modules',
})
  .map((file) => readFileSync(join(root, file), 'utf8'))
  .join('\n')

it('SECURITY.md promises something', () => {
  expect(numbers.length).toBeGreaterThan(10)
})

it.each(numbers)('somebody who relies on %s finds a test that proves it', (number) => {
  const isProved = new RegExp(`['"\`]${number}:`).test(tests)
  expect(isProved, `SECURITY.md promises ${number}, but no test’s name starts with “${number}:”`).toBe(true)
})
