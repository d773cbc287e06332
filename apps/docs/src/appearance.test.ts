import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const components = fileURLToPath(new URL('../../../packages/components/src', import.meta.url))
const page = readFileSync(new URL('../appearance.md', import.meta.url), 'utf8')
const isDrawn = (file: string) => !/\.(stories|test)\.tsx$/.test(file)
const source = globSync('**/*.tsx', { cwd: components })
  .filter(isDrawn)
  .map((file) => readFileSync(join(components, file), 'utf8'))
  .join('\n')
const types = readFileSync(join(components, 'appearance/types.ts'), 'utf8')

const wordsOf = (text: string) => new Set([...text.matchAll(/`(\w+)`/g)].map(([, word]) => word ?? ''))

test('every element key that the components draw is named, and every one that is named is drawn', () => {
  const list = page.split('\n').find((line) => line.startsWith('> '))
  const named = wordsOf(list ?? '')
  const calls = source.matchAll(/useElementClass\(\s*'([\w ]+)'|element="(\w+)"/g)
  const drawn = new Set([...calls].flatMap(([, keys, key]) => (keys ?? key ?? '').split(' ')))
  expect(drawn.size).toBeGreaterThan(60)
  expect([...drawn].filter((key) => !named.has(key))).toEqual([])
  const written = new Set(source.match(/\w+/g))
  expect([...named].filter((key) => !written.has(key))).toEqual([])
})

test.each(['Variables', 'Options'])('every one of the %s is described', (name) => {
  const [, body = ''] = types.split(`export type ${name} = {`)
  const names = [...(body.split(/^}/m)[0] ?? '').matchAll(/^ {2}(\w+)\?:/gm)].map(([, word]) => word ?? '')
  expect(names.length).toBeGreaterThan(10)
  const described = wordsOf(page)
  expect(names.filter((word) => !described.has(word))).toEqual([])
})
