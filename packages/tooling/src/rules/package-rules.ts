import { existsSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import type { ImportRule } from './import-rule.ts'

/** A relative path into another package would go round its exports. */
export const ownPackage: ImportRule = {
  name: 'own-package',
  coversTests: true,
  law: 'a relative import stays inside its own package; others are imported by name',
  breaks: ({ from, target }) => target !== undefined && packageOf(from) !== packageOf(target),
}

/** What ships must not carry tests. */
export const shippingCode: ImportRule = {
  name: 'shipping-code',
  law: 'code that ships imports no test, no story and nothing from a tests folder',
  breaks: ({ from, target }) => target !== undefined && !isTest(from) && isTest(target),
}

/** A folder's own index hides where things are and makes cycles. */
export const noInnerIndex: ImportRule = {
  name: 'no-inner-index',
  law: 'inside a package nothing imports an index.ts, its own included',
  breaks: ({ target }) => target !== undefined && /(^|\/)(index\.tsx?|\.{1,2})$/.test(target),
}

/** Tests and stories, which may use what their package does not ship. */
export const isTest = (path: string) => /\.(test|stories)\.tsx?$|(^|\/)tests\//.test(path)

/** The index files under `sources` that no export of their package names. */
export function findInnerIndexes(root: string, sources: string[]): string[] {
  return sources.filter((file) => {
    if (!/(^|\/)index\.tsx?$/.test(file) || !file.startsWith('packages/')) return false
    const folder = packageOf(file)
    const manifest = join(root, folder, 'package.json')
    const exports = existsSync(manifest)
      ? JSON.stringify(JSON.parse(readFileSync(manifest, 'utf8')).exports)
      : ''
    return !exports.includes(`"./${posix.relative(folder, file)}"`)
  })
}

const packageOf = (path: string) =>
  path
    .split('/')
    .slice(0, path.startsWith('.storybook/') ? 1 : 2)
    .join('/')
