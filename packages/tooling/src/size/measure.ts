import { relative } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build, defaultClientConditions, type Plugin, type Rolldown } from 'vite'

/** Bytes after gzip -9, and the modules behind them, largest first. `bytes` of a module are before minification. */
export type Size = { bytes: number; modules: { id: string; bytes: number }[] }

/** What an app loads for an entry, and for what it opens later. */
export type Bundle = {
  /** JavaScript before anything lazy. */
  js: Size
  /** JavaScript of everything lazy. */
  lazy: Size
  css: Size
  /** Files, from the root, that are imported with `import()`. */
  parts: string[]
  /** JavaScript that comes on top when some of `parts` are opened; what the entry brought, or two share, counts once. */
  opened: (parts: string[]) => Size
}

const entryId = 'virtual:size-entry'

/**
 * Bundles an entry as an app's production build would, without React, and weighs the JavaScript that loads before
 * anything lazy, that which loads later, and the CSS.
 * @param root folder from which the entry's imports are resolved
 * @param source text of the entry; it must re-export what it imports, or the bundler drops it
 * @throws an error when an import does not resolve
 */
export async function measureEntry(root: string, source: string): Promise<Bundle> {
  const output = await buildEntry(root, source)
  const chunks = staticClosure(output, (chunk) => chunk.isEntry)
  const partOf = (chunk: Rolldown.OutputChunk) =>
    chunk.isDynamicEntry && chunk.facadeModuleId ? relative(root, chunk.facadeModuleId) : null
  const styles = output.filter((file) => file.type === 'asset' && file.fileName.endsWith('.css'))
  const later = output.flatMap((file) => (file.type === 'chunk' && !chunks.includes(file) ? [file] : []))
  return {
    js: sizeOf(chunks),
    lazy: sizeOf(later),
    css: {
      bytes: styles.reduce((sum, file) => sum + (file.type === 'asset' ? gzipBytes(file.source) : 0), 0),
      modules: [],
    },
    parts: later.flatMap((chunk) => partOf(chunk) ?? []),
    opened: (parts) =>
      sizeOf(
        staticClosure(output, (chunk) => parts.includes(partOf(chunk) ?? '')).filter(
          (chunk) => !chunks.includes(chunk),
        ),
      ),
  }
}

const sizeOf = (chunks: Rolldown.OutputChunk[]): Size => ({
  bytes: chunks.reduce((sum, chunk) => sum + gzipBytes(chunk.code), 0),
  modules: chunks.flatMap(modulesOf).sort((one, other) => other.bytes - one.bytes),
})

/** Some chunks, and those that a page loads with them before any further `import()` runs. */
function staticClosure(
  output: Rolldown.RolldownOutput['output'][number][],
  isWanted: (chunk: Rolldown.OutputChunk) => boolean,
): Rolldown.OutputChunk[] {
  const chunks = new Map(
    output.flatMap((file) => (file.type === 'chunk' ? [[file.fileName, file] as const] : [])),
  )
  const found = new Set<Rolldown.OutputChunk>()
  const visit = (chunk: Rolldown.OutputChunk) => {
    if (found.has(chunk)) return
    found.add(chunk)
    for (const name of chunk.imports) {
      const imported = chunks.get(name)
      if (imported) visit(imported)
    }
  }
  for (const chunk of chunks.values()) if (isWanted(chunk)) visit(chunk)
  return [...found]
}

async function buildEntry(root: string, source: string) {
  const entry: Plugin = {
    name: 'usher:size-entry',
    resolveId: (id) => (id === entryId ? entryId : undefined),
    load: (id) => (id === entryId ? source : undefined),
  }
  const result = await build({
    root,
    configFile: false,
    logLevel: 'error',
    mode: 'production',
    plugins: [entry],
    resolve: { conditions: ['@usher/source', ...defaultClientConditions] },
    build: {
      write: false,
      modulePreload: { polyfill: false },
      rolldownOptions: {
        input: entryId,
        external: [/^react(\/|$)/, /^react-dom(\/|$)/],
        // A page imports nothing from its entry, so what is shared may move into it.
        preserveEntrySignatures: 'allow-extension',
      },
    },
  })
  const outputs = Array.isArray(result) ? result : [result]
  return outputs.flatMap((bundle) => ('output' in bundle ? bundle.output : []))
}

const modulesOf = (chunk: Rolldown.OutputChunk) =>
  Object.entries(chunk.modules).map(([id, module]) => ({ id, bytes: module.renderedLength }))

const gzipBytes = (content: string | Uint8Array) => gzipSync(content, { level: 9 }).length
