import { globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

const folder = fileURLToPath(new URL('..', import.meta.url))
const proofs = globSync('*.md', { cwd: folder }).flatMap((page) =>
  [...readFileSync(join(folder, page), 'utf8').matchAll(/\[([^\]]+)\]\(([^)]+\.(?:test|spec)\.tsx?)\)/g)].map(
    ([, name = '', path = '']) => ({ name, path: join(dirname(page), path) }),
  ),
)

it('the documentation names proofs', () => {
  expect(proofs.length).toBeGreaterThan(30)
})

it.each(proofs)('somebody who doubts finds “$name”', ({ name, path }) => {
  const source = readFileSync(join(folder, path), 'utf8')
  const isThere = ["'", '"', '`'].some((quote) => source.includes(`${quote}${name}${quote}`))
  expect(isThere, `no test of ${path} has this name`).toBe(true)
})
