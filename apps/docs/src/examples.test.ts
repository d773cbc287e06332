import { execFile } from 'node:child_process'
import { globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Example, extractExamples } from './extract-examples.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const folder = fileURLToPath(new URL('../generated', import.meta.url))
const pages = globSync(
  ['*.md', 'apps/docs/*.md', 'apps/*/README.md', 'packages/*/README.md', 'packages/*/src/**/README.md'],
  { cwd: root, exclude: (path) => path.includes('node_modules') },
)
const examples = pages.flatMap((page) => extractExamples(page, readFileSync(join(root, page), 'utf8')))
const fileName = (example: Example) =>
  `${example.source.replaceAll(/[^A-Za-z0-9]+/g, '-')}-${example.line}.${example.language}`

let report = ''

beforeAll(async () => {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder)
  for (const example of examples)
    writeFileSync(join(folder, fileName(example)), `${example.code}\nexport {}\n`)
  writeFileSync(
    join(folder, 'tsconfig.json'),
    JSON.stringify({ extends: '../tsconfig.json', include: ['.'] }),
  )
  report = await typeCheck()
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('every example in the documentation compiles', () => {
  test.each(examples.map((example) => ({ name: `${example.source}:${example.line}`, example })))(
    '$name',
    ({ example }) => {
      const faults = report.split('\n').filter((line) => line.includes(fileName(example)))
      expect(faults).toEqual([])
    },
  )

  test('an example that does not compile would be found', async () => {
    writeFileSync(join(folder, 'planted.ts'), "import { nothing } from '@usher/react'\nnothing()\n")
    expect(await typeCheck()).toContain('planted.ts')
  })
})

test('a fence in another language is not an example', () => {
  const markdown = '```sh\nnpm start\n```\n\n```ts\nconst a = 1\n```\n'
  expect(extractExamples('a.md', markdown)).toEqual([
    { source: 'a.md', line: 5, language: 'ts', code: 'const a = 1\n' },
  ])
})

async function typeCheck(): Promise<string> {
  const typescript = dirname(createRequire(import.meta.url).resolve('typescript/package.json'))
  const run = promisify(execFile)(process.execPath, [join(typescript, 'bin/tsc'), '-p', folder])
  return run.then(
    ({ stdout }) => stdout,
    (error: { stdout: string }) => error.stdout,
  )
}
