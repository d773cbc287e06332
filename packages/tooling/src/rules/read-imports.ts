import { globSync, readFileSync } from 'node:fs'
import { join, posix, sep } from 'node:path'
import { parseSync } from 'oxc-parser'

/** One import or re-export of a source file. Paths are from the root, with forward slashes. */
export type ImportReference = {
  /** The file that imports. */
  from: string
  line: number
  specifier: string
  /** The imported file when the specifier is relative, else `undefined`: a package. */
  target: string | undefined
  /** `type` disappears when compiled; `dynamic` is `import()`. */
  kind: 'type' | 'value' | 'dynamic'
}

const sources = [
  'packages/*/{src,tests}/**/*.{ts,tsx}',
  'apps/*/{src,tests}/**/*.{ts,tsx}',
  '.storybook/*.{ts,tsx}',
]

/** Every source file of the repository, as a path from the root. */
export function listSources(root: string): string[] {
  const files = globSync(sources, {
    cwd: root,
    exclude: (name) => name === 'node_modules' || name === 'dist',
  })
  return files.map((file) => file.split(sep).join('/')).sort()
}

/**
 * Reads what a file imports, from its syntax tree.
 * @throws an error that names the file when it does not parse
 */
export function readImports(root: string, from: string): ImportReference[] {
  const text = readFileSync(join(root, from), 'utf8')
  const { module, errors } = parseSync(from, text)
  if (errors.length > 0) throw new Error(`${from} does not parse: ${errors[0]?.message}`)
  const found: { start: number; end: number; specifier: string; isDynamic: boolean }[] = []
  for (const { start, end, moduleRequest } of module.staticImports) {
    found.push({ start, end, specifier: moduleRequest.value, isDynamic: false })
  }
  for (const { start, end, entries } of module.staticExports) {
    const specifier = entries.find((entry) => entry.moduleRequest)?.moduleRequest?.value
    if (specifier !== undefined) found.push({ start, end, specifier, isDynamic: false })
  }
  for (const { start, end, moduleRequest } of module.dynamicImports) {
    const specifier = readLiteral(text.slice(moduleRequest.start, moduleRequest.end))
    if (specifier !== undefined) found.push({ start, end, specifier, isDynamic: true })
  }
  return found.map(({ start, end, specifier, isDynamic }) => ({
    from,
    line: text.slice(0, start).split('\n').length,
    specifier,
    target: resolveRelative(from, specifier),
    kind: isDynamic ? 'dynamic' : isTypeOnly(text.slice(start, end)) ? 'type' : 'value',
  }))
}

const isTypeOnly = (statement: string) => /^(import|export)\s+type\b/.test(statement)

const readLiteral = (source: string) => /^(['"`])([^'"`$]*)\1$/.exec(source)?.[2]

const resolveRelative = (from: string, specifier: string) =>
  specifier.startsWith('.') ? posix.join(posix.dirname(from), specifier.replace(/[?#].*$/, '')) : undefined
